package health.lunaria.cycle.prediction;

import static health.lunaria.cycle.prediction.Histories.START;
import static health.lunaria.cycle.prediction.Histories.history;
import static health.lunaria.cycle.prediction.Histories.starts;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.history.CycleHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CyclePredictorPropertiesTest {

    private final CyclePredictor predictor = new CyclePredictor(CycleLengthModel.shipped());

    @Property
    void rangesLieWithinEachOtherAndContainTheLikelyDate(
            @ForAll @Size(max = 14) List<@IntRange(min = 8, max = 200) Integer> lengths,
            @ForAll @IntRange(min = 0, max = 89) int elapsed) {
        Prediction prediction = predict(history(lengths), START.plusDays(elapsed));
        for (DateEstimate estimate : List.of(prediction.nextPeriod(), prediction.ovulation())) {
            LocalDate from = estimate.likely();
            LocalDate to = estimate.likely();
            for (DateInterval interval : estimate.intervals()) {
                assertThat(interval.from()).isBeforeOrEqualTo(from);
                assertThat(interval.to()).isAfterOrEqualTo(to);
                from = interval.from();
                to = interval.to();
            }
        }
    }

    @Property
    void theFertileWindowCoversOvulationAndTheDaysBefore(
            @ForAll @Size(max = 14) List<@IntRange(min = 8, max = 200) Integer> lengths,
            @ForAll @IntRange(min = 0, max = 89) int elapsed) {
        Prediction prediction = predict(history(lengths), START.plusDays(elapsed));
        DateInterval ovulation = prediction.ovulation().intervals().get(2);
        FertileWindow window = prediction.fertileWindow();
        LocalDate firstFertile = ovulation.from().minusDays(5);
        assertThat(window.to()).isEqualTo(ovulation.to());
        assertThat(window.from()).isEqualTo(firstFertile.isBefore(START) ? START : firstFertile);
        assertThat(window.days())
                .extracting(FertileWindow.FertileDay::date)
                .containsExactlyElementsOf(
                        window.from().datesUntil(window.to().plusDays(1)).toList());
        assertThat(window.days())
                .allSatisfy(day -> assertThat(day.probability()).isBetween(0.0, 1.0));
    }

    @Property
    void shiftingEveryDateShiftsThePrediction(
            @ForAll @Size(max = 14) List<@IntRange(min = 8, max = 200) Integer> lengths,
            @ForAll @IntRange(min = -40_000, max = 40_000) int days,
            @ForAll @IntRange(min = 0, max = 89) int elapsed) {
        Prediction here = predict(history(lengths), START.plusDays(elapsed));
        List<LocalDate> shifted =
                starts(lengths).stream().map(start -> start.plusDays(days)).toList();
        Prediction there = predict(CycleHistory.derive(shifted), START.plusDays((long) elapsed + days));
        assertThat(dates(there))
                .containsExactlyElementsOf(
                        dates(here).stream().map(date -> date.plusDays(days)).toList());
    }

    @Property
    void anyOvulationsAreTaken(
            @ForAll @Size(max = 6) List<@IntRange(min = 8, max = 60) Integer> lengths,
            @ForAll @Size(max = 12) List<@IntRange(min = -400, max = 100) Integer> ovulations,
            @ForAll @IntRange(min = -5, max = 120) int elapsed) {
        List<LocalDate> dates = ovulations.stream().map(START::plusDays).toList();
        LocalDate noPeriodThrough = START.plusDays(elapsed);
        if (predictor.predict(history(lengths), noPeriodThrough, dates) instanceof Prediction prediction) {
            assertThat(prediction.nextPeriod().intervals())
                    .allSatisfy(interval -> assertThat(interval.from()).isAfter(noPeriodThrough));
        } else {
            assertThat(elapsed).isGreaterThan(20);
        }
    }

    private Prediction predict(CycleHistory history, LocalDate noPeriodThrough) {
        PredictionOutcome outcome = predictor.predict(history, noPeriodThrough, List.of());
        assertThat(outcome).isInstanceOf(Prediction.class);
        return (Prediction) outcome;
    }

    private static List<LocalDate> dates(Prediction prediction) {
        FertileWindow window = prediction.fertileWindow();
        return Stream.of(
                        Stream.of(prediction.nextPeriod(), prediction.ovulation())
                                .flatMap(estimate -> Stream.concat(
                                        Stream.of(estimate.likely()),
                                        estimate.intervals().stream()
                                                .flatMap(interval -> Stream.of(interval.from(), interval.to())))),
                        Stream.of(window.from(), window.to()),
                        window.days().stream().map(FertileWindow.FertileDay::date))
                .flatMap(dates -> dates)
                .toList();
    }
}
