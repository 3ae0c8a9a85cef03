package health.lunaria.audit.breach;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.UtcTime;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** More time for a clock; who asked for it and why is the reason. */
@Confidential
record ExtensionRequest(
        @NotNull(message = "missing") @Size(max = 64, message = "too-long")
        String clock,

        @NotNull(message = "missing") Ground ground,

        @NotNull(message = "missing") @PastOrPresent(message = "time-out-of-range") @JsonDeserialize(using = UtcTime.class)
        Instant statedAt,

        @NotNull(message = "missing") @JsonDeserialize(using = UtcTime.class)
        Instant until,

        @NotBlank(message = "missing") @Size(max = 2_000, message = "too-long")
        String reason) {

    Extension toExtension(String by) {
        return new Extension(clock, ground, statedAt, until, reason, by);
    }

    @Override
    public String toString() {
        return "ExtensionRequest[redacted]";
    }
}
