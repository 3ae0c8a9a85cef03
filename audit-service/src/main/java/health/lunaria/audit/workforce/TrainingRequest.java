package health.lunaria.audit.workforce;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** That somebody completed a training. It counts from the beginning of that day in UTC. */
@Confidential
record TrainingRequest(
        @NotBlank(message = "missing")
        @Size(max = 255, message = "too-long")
        @JsonDeserialize(using = Identifiers.class)
        String person,

        @NotNull(message = "missing") @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,63}", message = "not-a-name")
        String course,

        @NotNull(message = "missing") LocalDate completedOn) {

    Proof toProof() {
        return new Proof(course, completedOn.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public String toString() {
        return "TrainingRequest[redacted]";
    }
}
