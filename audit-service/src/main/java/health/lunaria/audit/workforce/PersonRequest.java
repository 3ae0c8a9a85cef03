package health.lunaria.audit.workforce;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whom to look up. */
@Confidential
record PersonRequest(
        @NotBlank(message = "missing")
        @Size(max = 255, message = "too-long")
        @JsonDeserialize(using = Identifiers.class)
        String person) {

    @Override
    public String toString() {
        return "PersonRequest[redacted]";
    }
}
