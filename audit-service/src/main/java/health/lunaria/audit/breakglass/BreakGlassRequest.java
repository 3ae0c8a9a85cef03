package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * @param subject whose data, as the subject of her access tokens
 * @param ticket where the work is described that needs it, e.g. {@code SUP-1024}
 */
@Confidential
record BreakGlassRequest(
        @NotBlank(message = "missing")
        @Size(max = 255, message = "too-long")
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "control-character")
        @JsonDeserialize(using = Identifiers.class)
        String subject,

        @NotNull(message = "missing") @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,63}", message = "not-a-ticket")
        String ticket,

        @NotBlank(message = "missing") @Size(min = 10, max = 1000, message = "wrong-length")
        String reason) {

    Need toNeed() {
        return new Need(new Subject(subject), ticket, Sensitive.of(reason));
    }

    @Override
    public String toString() {
        return "BreakGlassRequest[redacted]";
    }
}
