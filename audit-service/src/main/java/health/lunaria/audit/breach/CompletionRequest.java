package health.lunaria.audit.breach;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.UtcTime;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** @param reason of the delay, if it was late */
@Confidential
record CompletionRequest(
        @NotNull(message = "missing") @Size(max = 64, message = "too-long")
        String clock,

        @NotNull(message = "missing") @PastOrPresent(message = "time-out-of-range") @JsonDeserialize(using = UtcTime.class)
        Instant at,

        @Size(min = 1, max = 2_000, message = "wrong-length") String reason) {

    Done toDone(String by) {
        return new Done(clock, at, reason, by);
    }

    @Override
    public String toString() {
        return "CompletionRequest[redacted]";
    }
}
