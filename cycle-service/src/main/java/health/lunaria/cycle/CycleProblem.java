package health.lunaria.cycle;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum CycleProblem implements ProblemType {
    CONSENT_REQUIRED("consent-required", 403, "The consent health-data is needed first"),
    CONSENT_UNKNOWN("consent-unknown", 503, "Whether you consented cannot be asked at the moment; try again later"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "This was asked for too often; try again later");

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
