package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;

@Confidential
record PrivacyChoicesRequest(
        @NotNull(message = "missing") Boolean optedOutOfSale,
        @NotNull(message = "missing") Boolean sensitiveDataLimited) {

    PrivacyChoices toChoices() {
        return new PrivacyChoices(optedOutOfSale, sensitiveDataLimited);
    }

    @Override
    public String toString() {
        return "PrivacyChoicesRequest[redacted]";
    }
}
