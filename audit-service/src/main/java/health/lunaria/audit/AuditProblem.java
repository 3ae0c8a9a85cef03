package health.lunaria.audit;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum AuditProblem implements ProblemType {
    FOREIGN_ACTION("foreign-action", 403, "A service records its own accesses only"),
    NOT_PUBLISHED_YET("not-published-yet", 409, "The entry is logged, but not published yet; try again in a second");

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
