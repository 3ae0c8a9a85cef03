package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A note, or the conclusion of an incident. */
@Confidential
record TextRequest(
        @NotBlank(message = "missing") @Size(max = 10_000, message = "too-long")
        String text) {

    @Override
    public String toString() {
        return "TextRequest[redacted]";
    }
}
