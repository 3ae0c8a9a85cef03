package health.lunaria.audit.blastradius;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.UtcTime;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** Times of accesses: from is included, to is not. */
@Confidential
record BlastRadiusRequest(
        @NotNull(message = "missing") @JsonDeserialize(using = UtcTime.class)
        Instant from,

        @NotNull(message = "missing") @JsonDeserialize(using = UtcTime.class)
        Instant to) {

    TimeRange toRange() {
        return new TimeRange(from, to);
    }

    @Override
    public String toString() {
        return "BlastRadiusRequest[redacted]";
    }
}
