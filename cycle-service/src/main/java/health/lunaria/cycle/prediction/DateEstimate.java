package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A predicted date: the median of what is thought possible, and ranges around it.
 *
 * @param likely the date that is as likely to be too early as too late; null where only ranges can be given
 * @param intervals in order of probability, each within the next
 */
@Confidential
public record DateEstimate(LocalDate likely, List<DateInterval> intervals) {

    private static final List<Double> WIDEST_FIRST = List.of(0.95, 0.8, 0.5);

    public DateEstimate {
        intervals = List.copyOf(intervals);
    }

    /**
     * Takes the shortest ranges of 50, 80 and 95 %, from the widest inwards.
     *
     * @param dayZero the date from which the days of the distribution are counted
     */
    static DateEstimate of(DayDistribution distribution, LocalDate dayZero) {
        Deque<DateInterval> intervals = new ArrayDeque<>();
        DayRange range = distribution.days();
        for (double probability : WIDEST_FIRST) {
            range = distribution.shortestInterval(probability, range);
            intervals.addFirst(
                    new DateInterval(probability, dayZero.plusDays(range.from()), dayZero.plusDays(range.to())));
        }
        return new DateEstimate(dayZero.plusDays(distribution.median()), List.copyOf(intervals));
    }

    DateEstimate withoutDate() {
        return new DateEstimate(null, intervals);
    }

    @Override
    public String toString() {
        return "DateEstimate[redacted]";
    }
}
