package health.lunaria.cycle;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum CycleProblem implements ProblemType {
    CONSENT_REQUIRED("consent-required", 403, "The consent health-data is needed first"),
    SYNC_TOKEN_EXPIRED("sync-token-expired", 410, "The token is too old: synchronise again without one"),
    CONSENT_UNKNOWN("consent-unknown", 503, "Whether you consented cannot be asked at the moment; try again later");

    private final String slug;
    private final int status;
    private final String title;

    CycleProblem(String slug, int status, String title) {
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
