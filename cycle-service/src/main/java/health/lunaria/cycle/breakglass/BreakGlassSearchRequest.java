package health.lunaria.cycle.breakglass;

import health.lunaria.cycle.day.OrderedRange;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/** By which exception, and which dates: from one to another, both included, at most a year. */
@Confidential
@OrderedRange(maxDays = 366)
record BreakGlassSearchRequest(
        @NotNull(message = "missing") UUID id,
        @NotNull(message = "missing") LocalDate from,
        @NotNull(message = "missing") LocalDate to)
        implements OrderedRange.Range {

    @Override
    public String toString() {
        return "BreakGlassSearchRequest[redacted]";
    }
}
