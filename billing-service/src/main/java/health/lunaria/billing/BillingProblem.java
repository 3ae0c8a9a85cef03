package health.lunaria.billing;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum BillingProblem implements ProblemType {
    INVALID_SIGNATURE("invalid-signature", 400, "The notification is not signed by the store, or too old");

    private final String slug;
    private final int status;
    private final String title;

    BillingProblem(String slug, int status, String title) {
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
