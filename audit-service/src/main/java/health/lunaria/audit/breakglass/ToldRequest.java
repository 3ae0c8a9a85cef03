package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.UtcTime;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** How and when the user was told. */
@Confidential
record ToldRequest(
        @NotNull(message = "missing") Channel channel,

        @NotNull(message = "missing") @JsonDeserialize(using = UtcTime.class)
        Instant at) {

    @Override
    public String toString() {
        return "ToldRequest[redacted]";
    }
}
