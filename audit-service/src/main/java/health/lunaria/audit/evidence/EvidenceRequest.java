package health.lunaria.audit.evidence;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which evidence is wanted. */
@Confidential
record EvidenceRequest(
        @Schema(description = "First day, in UTC") @NotNull(message = "missing")
        LocalDate from,

        @Schema(description = "Last day, in UTC: today at the latest, and at most 400 days in all")
        @NotNull(message = "missing")
        LocalDate to,

        @Schema(
                description = "Your own choice, made after the period: 16 to 64 printable ASCII characters without"
                        + " blanks")
        @NotNull(message = "missing")
        @Pattern(regexp = "[!-~]{16,64}", message = "not-a-seed")
        @JsonDeserialize(using = Identifiers.class)
        String seed) {

    Scope toScope(LocalDate today) {
        return new Scope(Period.of(from, to, today), seed);
    }

    @Override
    public String toString() {
        return "EvidenceRequest[redacted]";
    }
}
