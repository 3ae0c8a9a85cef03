package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Which dates to read: from one date to another, both included, at most ten years. */
@Confidential
@OrderedRange
public record SearchRequest(
        @NotNull(message = "missing") LocalDate from,
        @NotNull(message = "missing") LocalDate to) implements OrderedRange.Range {

    @Override
    public String toString() {
        return "SearchRequest[redacted]";
    }
}
