package health.lunaria.audit.breach;

import health.lunaria.audit.breach.Exemption.KeyState;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** @param evidence which keys, what they were, who looked, where it is kept */
@Confidential
record ExemptionRequest(
        @NotNull(message = "missing") KeyState keyState,

        @NotBlank(message = "missing") @Size(max = 20_000, message = "too-long")
        String evidence) {

    Exemption toExemption(Instant now, String by) {
        return new Exemption(keyState, evidence, now, by);
    }

    @Override
    public String toString() {
        return "ExemptionRequest[redacted]";
    }
}
