package health.lunaria.cycle.prediction;

import static health.lunaria.cycle.prediction.Histories.START;
import static health.lunaria.cycle.prediction.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.mode.Mode;
import health.lunaria.cycle.mode.Phase;
import health.lunaria.cycle.mode.Phases;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PredictionModelTest {

    private static final Function<List<Cycle>, List<LocalDate>> UNOBSERVED = cycles -> List.of();

    @Test
    void theNamesOfTheVersionsStand() {
        assertThat(PredictionModel.values())
                .extracting(PredictionModel::word)
                .containsExactly("lunaria-cycle/1", "lunaria-cycle/2");
        assertThat(PredictionModel.CURRENT).isEqualTo(PredictionModel.SECOND);
    }

    @Test
    void withoutAModeTheSecondVersionAnswersWhatTheFirstDoes() {
        PredictionInputs inputs = inputs(Mode.NONE, 28, 31, 29, 27, 45, 30);
        assertThat(PredictionModel.SECOND.predict(inputs))
                .isEqualTo(PredictionModel.FIRST.predict(inputs))
                .isInstanceOf(Prediction.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"PREGNANCY", "BREASTFEEDING", "HORMONAL_IUD", "HORMONAL_IMPLANT"})
    void nothingIsPredictedWhereNothingCanBe(Mode mode) {
        assertThat(PredictionModel.SECOND.predict(inputs(mode, 28, 28)))
                .isInstanceOfSatisfying(
                        NoPrediction.class, reason -> assertThat(reason.word()).isEqualTo(mode.word()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"PERIMENOPAUSE", "ADOLESCENCE"})
    void wherePredictionIsHardThereAreWideRangesAndNoDates(Mode mode) {
        Prediction regular = (Prediction) PredictionModel.SECOND.predict(inputs(Mode.NONE));
        Prediction wide = (Prediction) PredictionModel.SECOND.predict(inputs(mode));
        assertThat(wide.nextPeriod().likely()).isNull();
        assertThat(wide.ovulation().likely()).isNull();
        assertThat(wide.nextPeriod().intervals()).hasSize(3);
        assertThat(wide.nextPeriod().intervals().get(2).to())
                .isAfter(regular.nextPeriod().intervals().get(2).to());
    }

    @Test
    void whereCyclesChangeTheLastSixCount() {
        Prediction prediction = (Prediction)
                PredictionModel.SECOND.predict(inputs(Mode.PERIMENOPAUSE, 28, 28, 28, 28, 40, 41, 39, 40, 42, 38));
        assertThat(prediction.cyclesUsed()).isEqualTo(6);
        assertThat(prediction)
                .isEqualTo(PredictionModel.SECOND.predict(inputs(Mode.PERIMENOPAUSE, 40, 41, 39, 40, 42, 38)));
    }

    @Test
    void overdueStaysOverdueInAWideMode() {
        PredictionInputs late =
                PredictionInputs.of(history(28), UNOBSERVED, phases(Mode.PERIMENOPAUSE), START.plusDays(90));
        assertThat(PredictionModel.SECOND.predict(late)).isEqualTo(NoPrediction.OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "20,0", "27,0", "28,28", "55,28", "56,56", "365,364"})
    void thePillFollowsItsOwnSchedule(int days, int pack) {
        PillSchedule schedule = PillSchedule.on(START.plusDays(days), START);
        assertThat(schedule)
                .isEqualTo(new PillSchedule(
                        START.plusDays(pack),
                        START.plusDays(pack + 21L),
                        START.plusDays(pack + 27L),
                        START.plusDays(pack + 28L)));
    }

    @Test
    void withThePillThereIsAScheduleAndNothingElse() {
        assertThat(PredictionModel.SECOND.predict(inputs(Mode.COMBINED_PILL, 28, 28)))
                .isEqualTo(PillSchedule.on(START.plusDays(1), START.minusDays(3)));
    }

    @Test
    void theFirstVersionKnowsNoModes() {
        assertThat(PredictionModel.FIRST.predict(inputs(Mode.PERIMENOPAUSE, 28, 29)))
                .isEqualTo(PredictionModel.FIRST.predict(inputs(Mode.NONE, 28, 29)));
    }

    private static PredictionInputs inputs(Mode mode, Integer... lengths) {
        PredictionInputs plain = PredictionInputs.of(history(lengths), UNOBSERVED, Phases.NONE, START);
        return mode == Mode.NONE
                ? plain
                : new PredictionInputs(plain.cycles(), START, START, List.of(), mode, START.minusDays(3));
    }

    private static Phases phases(Mode mode) {
        return new Phases(List.of(new Phase(mode, START.minusYears(1), null)));
    }
}
