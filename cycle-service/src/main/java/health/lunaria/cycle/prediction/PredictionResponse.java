package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What is expected of the running cycle. Where nothing can be predicted, {@code unavailable} says why and the estimates
 * are null.
 */
@Confidential
public record PredictionResponse(
        String model,
        int cyclesUsed,
        Estimate nextPeriod,
        Estimate ovulation,
        Window fertileWindow,
        String unavailable) {

    public static PredictionResponse from(PredictionOutcome outcome) {
        if (outcome instanceof Prediction prediction) {
            return new PredictionResponse(
                    prediction.model(),
                    prediction.cyclesUsed(),
                    Estimate.from(prediction.nextPeriod()),
                    Estimate.from(prediction.ovulation()),
                    Window.from(prediction.fertileWindow()),
                    null);
        }
        String reason = ((NoPrediction) outcome).name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new PredictionResponse(CyclePredictor.MODEL, 0, null, null, null, reason);
    }

    /** A likely date, and the shortest ranges that hold it with the given probability. */
    @Confidential
    public record Estimate(LocalDate likely, List<Interval> intervals) {

        static Estimate from(DateEstimate estimate) {
            return new Estimate(
                    estimate.likely(),
                    estimate.intervals().stream().map(Interval::from).toList());
        }

        @Override
        public String toString() {
            return "Estimate[redacted]";
        }
    }

    @Confidential
    public record Interval(double probability, LocalDate from, LocalDate to) {

        static Interval from(DateInterval interval) {
            return new Interval(interval.probability(), interval.from(), interval.to());
        }

        @Override
        public String toString() {
            return "Interval[redacted]";
        }
    }

    /** Days that may be fertile, each with its chance. No day is ever called safe. */
    @Confidential
    public record Window(double probability, LocalDate from, LocalDate to, List<FertileDay> days) {

        static Window from(FertileWindow window) {
            return new Window(
                    window.probability(),
                    window.from(),
                    window.to(),
                    window.days().stream().map(FertileDay::from).toList());
        }

        @Override
        public String toString() {
            return "Window[redacted]";
        }
    }

    @Confidential
    public record FertileDay(LocalDate date, double probability) {

        static FertileDay from(FertileWindow.FertileDay day) {
            return new FertileDay(day.date(), Math.round(day.probability() * 1000) / 1000.0);
        }

        @Override
        public String toString() {
            return "FertileDay[redacted]";
        }
    }

    @Override
    public String toString() {
        return "PredictionResponse[redacted]";
    }
}
