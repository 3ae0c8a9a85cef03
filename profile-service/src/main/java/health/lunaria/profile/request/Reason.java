package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why more time is taken, or why nothing is done. The names stand in stored data: never rename one. */
enum Reason {
    /** GDPR 12(3). */
    @JsonProperty("complexity")
    COMPLEXITY(Step.EXTEND),
    /** GDPR 12(3). */
    @JsonProperty("number-of-requests")
    NUMBER_OF_REQUESTS(Step.EXTEND),
    /** GDPR 12(2) and 12(6). */
    @JsonProperty("identity-not-shown")
    IDENTITY_NOT_SHOWN(Step.REFUSE),
    /** GDPR 12(5)(b). */
    @JsonProperty("manifestly-unfounded")
    MANIFESTLY_UNFOUNDED(Step.REFUSE),
    /** GDPR 12(5)(b). */
    @JsonProperty("excessive")
    EXCESSIVE(Step.REFUSE),
    /** GDPR 17(3)(b). */
    @JsonProperty("legal-obligation")
    LEGAL_OBLIGATION(Step.REFUSE),
    /** GDPR 17(3)(e), 21(1). */
    @JsonProperty("legal-claims")
    LEGAL_CLAIMS(Step.REFUSE),
    /** GDPR 15(4), 20(4). */
    @JsonProperty("rights-of-others")
    RIGHTS_OF_OTHERS(Step.REFUSE),
    /** The law that applies does not know this right, or it does not cover the data. */
    @JsonProperty("no-such-right")
    NO_SUCH_RIGHT(Step.REFUSE);

    private final Step step;

    Reason(Step step) {
        this.step = step;
    }

    boolean fits(Step other) {
        return step == other;
    }
}
