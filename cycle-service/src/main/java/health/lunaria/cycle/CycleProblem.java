package health.lunaria.cycle;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum CycleProblem implements ProblemType {
    EMPTY_FILE("empty-file", 400, "The file has no content"),
    ATTACHMENTS_OF_DAY_FULL("attachments-of-day-full", 409, "The day has as many attachments as a day can have"),
    ATTACHMENTS_FULL("attachments-full", 409, "You have as many attachments as can be kept; delete some first"),
    FILE_TYPE_NOT_ALLOWED(
            "file-type-not-allowed",
            415,
            "The file is none of the allowed types, or not of the type that was declared"),
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
