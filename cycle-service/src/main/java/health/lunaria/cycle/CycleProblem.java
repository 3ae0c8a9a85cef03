package health.lunaria.cycle;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum CycleProblem implements ProblemType {
    CONSENT_REQUIRED("consent-required", 403, "The consent health-data is needed first"),
    CONSENT_UNKNOWN("consent-unknown", 503, "Whether you consented cannot be asked at the moment; try again later"),
    /**
     * Not 402: RFC 9110 (section 15.5.3) reserves it for a use that is yet to be defined, so that clients and proxies do as
     * they please with it. 403 says what holds: understood, and refused until something changes that is not the request.
     */
    ENTITLEMENT_REQUIRED("entitlement-required", 403, "The user needs an active premium entitlement for this"),
    ENTITLEMENT_UNKNOWN(
            "entitlement-unknown",
            503,
            "Whether you are entitled to this cannot be asked at the moment; try again later");

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
