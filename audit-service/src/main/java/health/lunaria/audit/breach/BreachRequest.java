package health.lunaria.audit.breach;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.UtcTime;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * @param affected persons by regime; leave out what is not known yet
 * @param reason why it is declared, or what was found out; it stands in the timeline
 */
@Confidential
record BreachRequest(
        @NotNull(message = "missing") @PastOrPresent(message = "time-out-of-range") @JsonDeserialize(using = UtcTime.class)
        Instant awareAt,

        @NotEmpty(message = "missing") Set<@NotNull(message = "missing") Regime> regimes,

        Map<
                        Regime,
                        @NotNull(message = "missing") @Min(value = 0, message = "out-of-range")
                        @Max(value = 10_000_000_000L, message = "out-of-range") Long>
                affected,

        boolean highRisk,
        boolean malicious,

        @NotBlank(message = "missing") @Size(max = 10_000, message = "too-long")
        String reason) {

    Facts toFacts() {
        return new Facts(awareAt, regimes, affected, highRisk, malicious);
    }

    @Override
    public String toString() {
        return "BreachRequest[redacted]";
    }
}
