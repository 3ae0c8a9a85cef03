package health.lunaria.cycle.prediction;

import health.lunaria.cycle.mode.Mode;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;

/**
 * What is expected of the running cycle, by which model and from which inputs. Where nothing can be predicted, {@code
 * unavailable} says why and the estimates are null; with {@code combined-pill} there is a {@code schedule} in their place.
 *
 * @param digest SHA-256 of the inputs, as {@code docs/prediction.md} defines it
 */
@Confidential
public record PredictionResponse(
        PredictionModel model,
        String digest,
        InputsBody inputs,
        int cyclesUsed,
        Estimate nextPeriod,
        Estimate ovulation,
        Window fertileWindow,
        Schedule schedule,
        String unavailable) {

    public static PredictionResponse from(PredictionAnswer answer) {
        PredictionOutcome outcome = answer.outcome();
        if (outcome instanceof Prediction prediction) {
            return new PredictionResponse(
                    answer.model(),
                    PredictionInputsHash.of(answer.inputs()),
                    InputsBody.from(answer.inputs()),
                    prediction.cyclesUsed(),
                    Estimate.from(prediction.nextPeriod()),
                    Estimate.from(prediction.ovulation()),
                    Window.from(prediction.fertileWindow()),
                    null,
                    null);
        }
        return outcome instanceof PillSchedule pill
                ? unavailable(answer, Schedule.from(pill), Mode.COMBINED_PILL.word())
                : unavailable(answer, null, ((NoPrediction) outcome).word());
    }

    private static PredictionResponse unavailable(PredictionAnswer answer, Schedule schedule, String reason) {
        return new PredictionResponse(
                answer.model(),
                PredictionInputsHash.of(answer.inputs()),
                InputsBody.from(answer.inputs()),
                0,
                null,
                null,
                null,
                schedule,
                reason);
    }

    /** A likely date, null where only ranges can be given, and the shortest ranges that hold it with the given probability. */
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

    /** The pack of a combined pill that is under way: its first day, the days without pills, the next pack's first day. */
    @Confidential
    public record Schedule(LocalDate packFrom, LocalDate breakFrom, LocalDate breakTo, LocalDate nextPackFrom) {

        static Schedule from(PillSchedule pill) {
            return new Schedule(pill.packFrom(), pill.breakFrom(), pill.breakTo(), pill.nextPackFrom());
        }

        @Override
        public String toString() {
            return "Schedule[redacted]";
        }
    }

    @Override
    public String toString() {
        return "PredictionResponse[redacted]";
    }
}
