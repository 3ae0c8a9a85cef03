package health.lunaria.cycle.history;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One menstrual cycle: from the first day of a period to the day before the next period.
 *
 * @param start first day of the period, day 1 of the cycle
 * @param end last day of the cycle; null while the cycle is running
 * @param lengthDays days from {@code start} to {@code end}, both included; null while the cycle is running
 * @param periodDays days from the first to the last bleeding day of the period, both included, so that a day in between
 *     on which nothing was logged counts; at least 1
 * @param excluded whether she says that the cycle must count in no statistic and in no prediction
 */
@Confidential
public record Cycle(LocalDate start, LocalDate end, Integer lengthDays, int periodDays, boolean excluded) {

    public Cycle {
        Objects.requireNonNull(start, "start");
        if ((end == null) != (lengthDays == null)) {
            throw new IllegalArgumentException("a cycle has both an end and a length, or neither");
        }
        if (end != null && lengthDays != ChronoUnit.DAYS.between(start, end) + 1) {
            throw new IllegalArgumentException("the length of a cycle is the number of its days");
        }
        if (periodDays < 1 || (lengthDays != null && periodDays > lengthDays)) {
            throw new IllegalArgumentException("a period lasts at least one day and ends within its cycle");
        }
    }

    /** The cycle that began on {@code start} and has not ended yet. */
    public static Cycle running(LocalDate start, int periodDays) {
        return new Cycle(start, null, null, periodDays, false);
    }

    /** The cycle that began on {@code start} and was ended by the period that began on {@code nextStart}. */
    public static Cycle completed(LocalDate start, LocalDate nextStart, int periodDays) {
        int length = Math.toIntExact(ChronoUnit.DAYS.between(start, nextStart));
        return new Cycle(start, nextStart.minusDays(1), length, periodDays, false);
    }

    /** The same cycle, excluded. */
    public Cycle asExcluded() {
        return new Cycle(start, end, lengthDays, periodDays, true);
    }

    public boolean isRunning() {
        return end == null;
    }

    /** Whether the date is one of this cycle's days; a running cycle has no last day. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && (isRunning() || !date.isAfter(end));
    }

    @Override
    public String toString() {
        return "Cycle[redacted]";
    }
}
