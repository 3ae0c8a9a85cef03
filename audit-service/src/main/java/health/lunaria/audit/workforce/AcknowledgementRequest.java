package health.lunaria.audit.workforce;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Which version of the policy the caller acknowledges. */
@Confidential
record AcknowledgementRequest(
        @NotNull(message = "missing") @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,63}", message = "not-a-name")
        String policy) {

    @Override
    public String toString() {
        return "AcknowledgementRequest[redacted]";
    }
}
