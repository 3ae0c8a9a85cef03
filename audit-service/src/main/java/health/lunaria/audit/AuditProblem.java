package health.lunaria.audit;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum AuditProblem implements ProblemType {
    FOREIGN_ACTION("foreign-action", 403, "A service records its own accesses only"),
    NOT_PUBLISHED_YET("not-published-yet", 409, "The entry is logged, but not published yet; try again in a second"),

    INCIDENT_CLOSED("incident-closed", 409, "The incident is closed; open another one"),
    INCIDENT_ACKNOWLEDGED("incident-acknowledged", 409, "The incident was acknowledged before"),
    INCIDENT_FULL("incident-full", 409, "The timeline is full: close the incident and open another one"),

    BREACH_CLOCKS_RUNNING("breach-clocks-running", 409, "Somebody has still to be told about the breach"),
    BREACH_CLOCK_UNKNOWN("breach-clock-unknown", 409, "The breach has no such clock"),
    BREACH_CLOCK_DONE("breach-clock-done", 409, "The clock was marked as done before"),
    BREACH_DELAY_REASON_MISSING("breach-delay-reason-missing", 400, "What is late needs the reason of the delay"),
    BREACH_EXTENSION_REFUSED(
            "breach-extension-refused", 409, "The regime knows no extension of this clock on this ground to this time"),
    BREACH_FULL("breach-full", 409, "The breach has too many extensions"),

    NOTICE_NO_ADDRESS("notice-no-address", 409, "No address of this authority is configured; tell it by its own form"),
    NOTICE_FOR_AUTHORITY("notice-for-authority", 409, "A notice for an authority goes to its configured address only"),
    NOTICE_WITHOUT_RECIPIENTS("notice-without-recipients", 409, "The notice has no recipient"),
    NOTICE_APPROVED("notice-approved", 409, "The notice was approved; draft another one"),
    NOTICE_OWN_DRAFT("notice-own-draft", 403, "Nobody approves her own draft"),
    NOTICES_FULL("notices-full", 409, "The incident has too many notices, or the notice too many recipients");

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
