package health.lunaria.audit;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum AuditProblem implements ProblemType {
    FOREIGN_ACTION("foreign-action", 403, "A service records its own accesses only"),

    INCIDENT_CLOSED("incident-closed", 409, "The incident is closed; open another one"),
    INCIDENT_ACKNOWLEDGED("incident-acknowledged", 409, "The incident was acknowledged before"),
    INCIDENT_FULL("incident-full", 409, "The timeline is full: close the incident and open another one"),

    BREACH_CLOCKS_RUNNING("breach-clocks-running", 409, "Somebody has still to be told about the breach"),
    BREACH_CLOCK_UNKNOWN("breach-clock-unknown", 409, "The breach has no such clock"),
    BREACH_CLOCK_DONE("breach-clock-done", 409, "The clock was marked as done before"),
    BREACH_DELAY_REASON_MISSING("breach-delay-reason-missing", 400, "What is late needs the reason of the delay"),
    BREACH_EXTENSION_REFUSED(
            "breach-extension-refused", 409, "The regime knows no extension of this clock on this ground to this time"),
    BREACH_FULL("breach-full", 409, "The breach has too many extensions");

    private final String slug;
    private final int status;
    private final String title;

    AuditProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
