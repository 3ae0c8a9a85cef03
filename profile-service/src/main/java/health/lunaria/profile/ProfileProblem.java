package health.lunaria.profile;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum ProfileProblem implements ProblemType {
    UNKNOWN_PURPOSE("unknown-purpose", 404, "There is no such purpose; see the list of consents"),
    REQUEST_STEP_NOT_ALLOWED("request-step-not-allowed", 409, "The request is not in a state that allows this"),
    REQUEST_EXTENSION_NOT_ALLOWED(
            "request-extension-not-allowed", 409, "The law that applies to the request gives no more time"),
    REQUEST_EXTENSION_TOO_LATE(
            "request-extension-too-late", 409, "An extension has to be told before the first date is past"),
    REQUEST_APPEAL_NOT_POSSIBLE(
            "request-appeal-not-possible", 409, "An appeal is made against a request of yours that was refused"),
    TOO_MANY_REQUESTS_OPEN("too-many-requests-open", 409, "Too many of your requests are open; withdraw one"),
    IDEMPOTENCY_KEY_MISSING(
            "idempotency-key-missing", 400, "Idempotency-Key is required: 16 to 64 letters, digits, - or _"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used with another body"),
    ERASURE_UNDER_WAY("erasure-under-way", 409, "The erasure has begun and cannot be cancelled any more"),
    POLICY_NOT_IN_FORCE(
            "policy-not-in-force", 409, "This version of the policy is not in force; read the policies again"),
    TOO_YOUNG("too-young", 403, "The law of your country does not let somebody of your age consent for herself"),
    GUARDIAN_CONSENT_NOT_SUPPORTED(
            "guardian-consent-not-supported",
            403,
            "Nobody can consent for you here: come back when the law of your country lets you do it yourself"),
    AGE_UNKNOWN("age-unknown", 403, "Your country and year of birth are needed first: write your profile"),
    CONSENT_REQUIRED("consent-required", 403, "The consent health-data is needed first"),
    PROCESSING_RESTRICTED(
            "processing-restricted",
            403,
            "You restricted the processing of your data: it can be read, exported and erased");

    private final String slug;
    private final int status;
    private final String title;

    ProfileProblem(String slug, int status, String title) {
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
