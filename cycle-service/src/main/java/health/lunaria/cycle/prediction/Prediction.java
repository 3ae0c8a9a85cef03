package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * What is expected of the running cycle.
 *
 * @param cyclesUsed number of completed cycles whose lengths were looked at, of which only the last ones can be
 * @param nextPeriod first day of the next period
 * @param ovulation day of ovulation in the running cycle; it may lie in the past
 * @param fertileWindow fertile days of the running cycle; they may lie in the past
 */
@Confidential
public record Prediction(int cyclesUsed, DateEstimate nextPeriod, DateEstimate ovulation, FertileWindow fertileWindow)
        implements PredictionOutcome {

    /** The same with ranges alone, where a single date would promise too much. */
    Prediction withoutDates() {
        return new Prediction(cyclesUsed, nextPeriod.withoutDate(), ovulation.withoutDate(), fertileWindow);
    }

    @Override
    public String toString() {
        return "Prediction[redacted]";
    }
}
