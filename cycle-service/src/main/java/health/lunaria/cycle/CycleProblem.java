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
    CONSENT_UNKNOWN("consent-unknown", 503, "Whether you consented cannot be asked at the moment; try again later"),
    /**
     * Not 402: RFC 9110 (section 15.5.3) reserves it for a use that is yet to be defined, so that clients and proxies do as
     * they please with it. 403 says what holds: understood, and refused until something changes that is not the request.
     */
    ENTITLEMENT_REQUIRED("entitlement-required", 403, "The user needs an active premium entitlement for this"),
    ENTITLEMENT_UNKNOWN(
            "entitlement-unknown",
            503,
            "Whether you are entitled to this cannot be asked at the moment; try again later"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "This was asked for too often; try again later"),
    BREAK_GLASS_REFUSED("break-glass-refused", 403, "The exception does not open anything; the field says why"),
    BREAK_GLASS_UNKNOWN(
            "break-glass-unknown", 503, "There is no receipt for the use of the exception, and nothing was read"),
    PROCESSING_RESTRICTED(
            "processing-restricted",
            403,
            "You restricted the processing of your data: it can be read, exported and erased");

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
