package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * What is expected of the running cycle.
 *
 * @param model name and version of the model that made the prediction
 * @param cyclesUsed number of completed cycles looked at, of which only the last twelve can be
 * @param nextPeriod first day of the next period
 * @param ovulation day of ovulation in the running cycle; it may lie in the past
 * @param fertileWindow fertile days of the running cycle; they may lie in the past
 */
@Confidential
public record Prediction(
        String model, int cyclesUsed, DateEstimate nextPeriod, DateEstimate ovulation, FertileWindow fertileWindow)
        implements PredictionOutcome {

    @Override
    public String toString() {
        return "Prediction[redacted]";
    }
}
