package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which days to read: from one date to another, both included, at most ten years. */
@Confidential
record SearchRequest(
        @NotNull(message = "missing") LocalDate from,
        @NotNull(message = "missing") LocalDate to) {

    private static final int MAX_DAYS = 3653;

    @JsonIgnore
    @AssertTrue(message = "range-not-allowed")
    boolean isRangeAllowed() {
        return from == null
                || to == null
                || !from.isAfter(to)
                        && !from.isBefore(LoggableDate.EARLIEST)
                        && ChronoUnit.DAYS.between(from, to) < MAX_DAYS;
    }

    @Override
    public String toString() {
        return "SearchRequest[redacted]";
    }
}
