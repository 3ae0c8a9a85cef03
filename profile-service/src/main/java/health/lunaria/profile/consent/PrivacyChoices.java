package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * What she chose by California's law (Civil Code 1798.120, 1798.121). The suite neither sells nor shares anything; whoever adds
 * something that would has to ask here first.
 *
 * @param optedOutOfSale whether nothing of hers may be sold, or shared for advertising across contexts
 * @param sensitiveDataLimited whether sensitive data may be used for what she asked for only
 */
@Confidential
record PrivacyChoices(boolean optedOutOfSale, boolean sensitiveDataLimited) {

    /** Who never chose is protected. */
    static final PrivacyChoices DEFAULT = new PrivacyChoices(true, true);

    /** As a signal of Global Privacy Control demands: an opt-out of sale and sharing (11 CCR 7025). */
    PrivacyChoices withGlobalPrivacyControl() {
        return new PrivacyChoices(true, sensitiveDataLimited);
    }

    @Override
    public String toString() {
        return "PrivacyChoices[redacted]";
    }
}
