package health.lunaria.cycle.prediction;

import static health.lunaria.cycle.prediction.Histories.START;
import static health.lunaria.cycle.prediction.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.cycle.mode.Mode;
import health.lunaria.cycle.mode.Phase;
import health.lunaria.cycle.mode.Phases;
import health.lunaria.cycle.prediction.PredictionInputs.CompletedCycle;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PredictionInputsTest {

    private static final Phases NONE = Phases.NONE;
    private static final Function<List<Cycle>, List<LocalDate>> UNOBSERVED = cycles -> List.of();

    @Test
    void nothingLoggedIsAnInput() {
        PredictionInputs inputs = PredictionInputs.of(CycleHistory.derive(List.of()), UNOBSERVED, NONE, START);
        assertThat(inputs).isEqualTo(new PredictionInputs(List.of(), null, START, List.of(), Mode.NONE, null));
    }

    @Test
    void theLastTwelveCyclesAreHandedOn() {
        PredictionInputs inputs = PredictionInputs.of(history(Collections.nCopies(30, 28)), UNOBSERVED, NONE, START);
        assertThat(inputs.cycles()).hasSize(12);
        assertThat(inputs.cycles().get(11)).isEqualTo(new CompletedCycle(START.minusDays(28), 28));
    }

    @Test
    void pausesFromLoggingAreLeftOut() {
        PredictionInputs inputs = PredictionInputs.of(history(28, 131, 29), UNOBSERVED, NONE, START);
        assertThat(inputs.cycles()).extracting(CompletedCycle::lengthDays).containsExactly(28, 29);
    }

    @Test
    void aPregnancyTakesItsIntervalAlong() {
        LocalDate conceived = START.minusDays(29 + 100);
        Phases phases = phases(Mode.PREGNANCY, conceived, conceived.plusDays(60));
        PredictionInputs inputs = PredictionInputs.of(history(28, 110, 29), UNOBSERVED, phases, START);
        assertThat(inputs.cycles()).extracting(CompletedCycle::lengthDays).containsExactly(28, 29);
        assertThat(inputs.mode()).isEqualTo(Mode.NONE);
    }

    @Test
    void afterAPregnancyWithoutAPeriodThereIsNoDayToCountFrom() {
        Phases phases = phases(Mode.PREGNANCY, START.plusDays(14), START.plusDays(50));
        PredictionInputs inputs = PredictionInputs.of(history(28, 29), UNOBSERVED, phases, START.plusDays(60));
        assertThat(inputs.cycleStart()).isNull();
        assertThat(inputs.cycles()).hasSize(2);
        assertThat(PredictionModel.SECOND.predict(inputs)).isEqualTo(NoPrediction.NO_PERIOD_LOGGED);
    }

    @Test
    void ovulationsAreLookedForInTheCyclesUsedAndHandedOnOnceAndByDate() {
        LocalDate own = START.minusDays(15);
        LocalDate running = START.plusDays(13);
        PredictionInputs inputs = PredictionInputs.of(
                history(200, 28),
                cycles -> {
                    assertThat(cycles).extracting(Cycle::start).containsExactly(START.minusDays(28), START);
                    return List.of(running, own, running);
                },
                NONE,
                START.plusDays(16));
        assertThat(inputs.ovulations()).containsExactly(own, running);
    }

    @Test
    void theModeIsThatOfTheFirstDayThatIsPredicted() {
        Phases phases = phases(Mode.PREGNANCY, START.plusDays(10), null);
        assertThat(PredictionInputs.of(history(28), UNOBSERVED, phases, START.plusDays(8))
                        .mode())
                .isEqualTo(Mode.NONE);
        PredictionInputs pregnant = PredictionInputs.of(history(28), UNOBSERVED, phases, START.plusDays(9));
        assertThat(pregnant.mode()).isEqualTo(Mode.PREGNANCY);
        assertThat(pregnant.modeSince()).isEqualTo(START.plusDays(10));
    }

    @Test
    void cyclesThatOverlapAreRefused() {
        List<CompletedCycle> cycles =
                List.of(new CompletedCycle(START.minusDays(50), 28), new CompletedCycle(START.minusDays(23), 23));
        assertThatThrownBy(() -> new PredictionInputs(cycles, START, START, List.of(), Mode.NONE, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PredictionInputs(
                        cycles.subList(1, 2), START.minusDays(1), START, List.of(), Mode.NONE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aModeHasABeginningAndNoneHasNot() {
        assertThatThrownBy(() -> new PredictionInputs(List.of(), START, START, List.of(), Mode.PREGNANCY, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PredictionInputs(List.of(), START, START, List.of(), Mode.NONE, START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCycleLastsAtLeastOneDay() {
        assertThatThrownBy(() -> new CompletedCycle(START, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Phases phases(Mode mode, LocalDate from, LocalDate to) {
        return new Phases(List.of(new Phase(mode, from, to)));
    }
}
