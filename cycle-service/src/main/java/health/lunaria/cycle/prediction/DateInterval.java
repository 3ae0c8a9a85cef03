package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;

/**
 * A range of dates, both ends included, that holds the predicted date with at least the given probability.
 *
 * @param probability between 0 and 1
 */
@Confidential
public record DateInterval(double probability, LocalDate from, LocalDate to) {

    public DateInterval {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("the probability of an interval lies between 0 and 1");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an interval ends on or after the day on which it begins");
        }
    }

    @Override
    public String toString() {
        return "DateInterval[redacted]";
    }
}
