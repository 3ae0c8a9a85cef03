package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;

/** @param gpc whether this request came with the signal of Global Privacy Control */
@Confidential
record PrivacyChoicesResponse(boolean optedOutOfSale, boolean sensitiveDataLimited, boolean gpc) {

    static PrivacyChoicesResponse from(PrivacyChoices choices, boolean gpc) {
        return new PrivacyChoicesResponse(choices.optedOutOfSale(), choices.sensitiveDataLimited(), gpc);
    }

    @Override
    public String toString() {
        return "PrivacyChoicesResponse[redacted]";
    }
}
