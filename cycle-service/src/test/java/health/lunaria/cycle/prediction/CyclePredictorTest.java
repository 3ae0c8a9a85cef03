package health.lunaria.cycle.prediction;

import static health.lunaria.cycle.prediction.Histories.START;
import static health.lunaria.cycle.prediction.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import health.lunaria.cycle.history.CycleHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CyclePredictorTest {

    private static final List<LocalDate> UNOBSERVED = List.of();

    private final CyclePredictor predictor = new CyclePredictor(CycleLengthModel.shipped());

    @Test
    void withoutAPeriodThereIsNothingToCountFrom() {
        assertThat(predictor.predict(CycleHistory.derive(List.of()), START, UNOBSERVED))
                .isEqualTo(NoPrediction.NO_PERIOD_LOGGED);
    }

    @Test
    void aFirstPeriodIsEnough() {
        Prediction prediction = predict(history(), START);
        assertThat(prediction.cyclesUsed()).isZero();
        assertThat(prediction.nextPeriod())
                .isEqualTo(new DateEstimate(
                        START.plusDays(29),
                        List.of(
                                new DateInterval(0.5, START.plusDays(27), START.plusDays(31)),
                                new DateInterval(0.8, START.plusDays(24), START.plusDays(34)),
                                new DateInterval(0.95, START.plusDays(21), START.plusDays(39)))));
    }

    @Test
    void aRegularHistoryGivesANarrowRange() {
        Prediction prediction = predict(history(28, 28, 28, 28, 28, 28), START);
        assertThat(prediction.cyclesUsed()).isEqualTo(6);
        assertThat(prediction.nextPeriod().likely()).isEqualTo(START.plusDays(28));
        assertThat(prediction.nextPeriod().intervals().get(1))
                .isEqualTo(new DateInterval(0.8, START.plusDays(27), START.plusDays(30)));
    }

    @Test
    void atMostTwelveCyclesAreUsed() {
        assertThat(predict(history(Collections.nCopies(20, 28)), START).cyclesUsed())
                .isEqualTo(12);
    }

    @Test
    void aPauseFromLoggingIsLeftOut() {
        Prediction paused = predict(history(28, 29, 131, 28), START);
        Prediction unpaused = predict(history(28, 29, 28), START);
        assertThat(paused).isEqualTo(unpaused);
        assertThat(predict(history(28, 29, 130, 28), START).cyclesUsed()).isEqualTo(4);
    }

    @Test
    void aLateCycleIsPredictedForTheDaysThatRemain() {
        Prediction late = predict(history(28, 28, 28, 28), START.plusDays(33));
        assertThat(late.nextPeriod().likely()).isAfter(START.plusDays(33));
        assertThat(late.nextPeriod().intervals())
                .allSatisfy(interval -> assertThat(interval.from()).isAfter(START.plusDays(33)));
        assertThat(late.ovulation().likely())
                .isAfter(predict(history(28, 28, 28, 28), START).ovulation().likely());
    }

    @Test
    void aCycleOfMoreThanNinetyDaysIsOverdue() {
        CycleHistory history = history(28, 30);
        assertThat(predict(history, START.plusDays(89)).nextPeriod().likely()).isEqualTo(START.plusDays(90));
        assertThat(predictor.predict(history, START.plusDays(90), UNOBSERVED)).isEqualTo(NoPrediction.OVERDUE);
        assertThat(predictor.predict(history, START.plusYears(100), UNOBSERVED)).isEqualTo(NoPrediction.OVERDUE);
    }

    @Test
    void ovulationFallsAboutThirteenDaysBeforeTheNextPeriod() {
        Prediction prediction = predict(history(28, 28, 28, 28, 28, 28), START);
        assertThat(ChronoUnit.DAYS.between(
                        prediction.ovulation().likely(), prediction.nextPeriod().likely()))
                .isEqualTo(14);
    }

    @Test
    void ownOvulationsMoveTheExpectedOne() {
        CycleHistory history = history(35, 35, 35);
        List<LocalDate> ovulations = Stream.of(105, 70, 35)
                .map(START::minusDays)
                .map(start -> start.plusDays(22))
                .toList();
        Prediction prediction = prediction(predictor.predict(history, START, ovulations));
        // 16.4 + 3 · 8.6 / (3 · 8.6 + 5.0) · (23 − 16.4) = 21.9, counted from day 1.
        assertThat(prediction.ovulation().likely()).isEqualTo(START.plusDays(21));
    }

    @Test
    void aKnownOvulationDatesTheNextPeriod() {
        CycleHistory history = history(28, 28, 28);
        LocalDate ovulation = START.plusDays(20);
        Prediction prediction = prediction(predictor.predict(history, ovulation, List.of(ovulation)));
        assertThat(prediction.nextPeriod().likely()).isEqualTo(ovulation.plusDays(14));
        assertThat(prediction.ovulation().likely()).isEqualTo(ovulation);
        assertThat(prediction.ovulation().intervals())
                .extracting(DateInterval::from, DateInterval::to)
                .containsOnly(tuple(ovulation, ovulation));
        assertThat(prediction.fertileWindow().from()).isEqualTo(ovulation.minusDays(5));
        assertThat(prediction.fertileWindow().to()).isEqualTo(ovulation);
        assertThat(prediction.fertileWindow().days())
                .hasSize(6)
                .allSatisfy(day -> assertThat(day.probability()).isEqualTo(1));
    }

    @Test
    void ofSeveralOvulationsInACycleTheLastCounts() {
        CycleHistory history = history(28);
        LocalDate attempt = START.plusDays(12);
        LocalDate ovulation = START.plusDays(19);
        assertThat(predictor.predict(history, ovulation, List.of(ovulation, attempt)))
                .isEqualTo(predictor.predict(history, ovulation, List.of(ovulation)));
    }

    @Test
    void twentyDaysAfterAKnownOvulationTheCycleIsOverdue() {
        LocalDate ovulation = START.plusDays(14);
        List<LocalDate> known = List.of(ovulation);
        assertThat(prediction(predictor.predict(history(28), ovulation.plusDays(20), known))
                        .nextPeriod()
                        .likely())
                .isEqualTo(ovulation.plusDays(21));
        assertThat(predictor.predict(history(28), ovulation.plusDays(21), known))
                .isEqualTo(NoPrediction.OVERDUE);
    }

    private Prediction predict(CycleHistory history, LocalDate noPeriodThrough) {
        return prediction(predictor.predict(history, noPeriodThrough, UNOBSERVED));
    }

    private static Prediction prediction(PredictionOutcome outcome) {
        assertThat(outcome).isInstanceOf(Prediction.class);
        return (Prediction) outcome;
    }
}
