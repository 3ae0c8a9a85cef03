package health.lunaria.cycle.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhasesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final CycleHistory NO_HISTORY = CycleHistory.derive(List.of());

    @Test
    void withoutPhasesNoneIsInEffect() {
        assertThat(Phases.NONE.inEffect(DAY, NO_HISTORY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "5,true", "6,false"})
    void aPhaseAppliesFromItsFirstToItsLastDay(int after, boolean applies) {
        Phases phases = phases(phase(Mode.PREGNANCY, 0, 5));
        assertThat(phases.inEffect(DAY.plusDays(after), NO_HISTORY).isPresent()).isEqualTo(applies);
    }

    @Test
    void aPhaseWithoutAnEndGoesOn() {
        assertThat(phases(phase(Mode.HORMONAL_IUD, 0, null)).inEffect(DAY.plusYears(50), NO_HISTORY))
                .isPresent();
    }

    @Test
    void noneChangesNothing() {
        assertThat(phases(phase(Mode.NONE, 0, null)).inEffect(DAY, NO_HISTORY)).isEmpty();
    }

    @Test
    void adolescenceEndsByItselfAfterThreeYears() {
        Phases phases = phases(phase(Mode.ADOLESCENCE, 0, null));
        assertThat(phases.inEffect(DAY.plusYears(3).minusDays(1), NO_HISTORY)).isPresent();
        assertThat(phases.inEffect(DAY.plusYears(3), NO_HISTORY)).isEmpty();
    }

    @Test
    void adolescenceMayEndSooner() {
        assertThat(phases(phase(Mode.ADOLESCENCE, 0, 10)).inEffect(DAY.plusDays(11), NO_HISTORY))
                .isEmpty();
    }

    @Test
    void ofSeveralThePregnancyDecides() {
        Phases phases = phases(
                phase(Mode.PERIMENOPAUSE, 0, null), phase(Mode.BREASTFEEDING, 0, null), phase(Mode.PREGNANCY, 0, null));
        assertThat(modeOn(phases, DAY)).isEqualTo(Mode.PREGNANCY);
    }

    @Test
    void hormonesDecideBeforeBreastfeedingAndAStageOfLife() {
        Phases phases = phases(
                phase(Mode.PERIMENOPAUSE, 0, null),
                phase(Mode.BREASTFEEDING, 0, null),
                phase(Mode.HORMONAL_IMPLANT, 0, null));
        assertThat(modeOn(phases, DAY)).isEqualTo(Mode.HORMONAL_IMPLANT);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,false", "3,false"})
    void breastfeedingIsInEffectUntilTwoCyclesAreCompleted(int cycles, boolean applies) {
        Phases phases = phases(phase(Mode.BREASTFEEDING, 0, null));
        CycleHistory history = cyclesFrom(DAY.plusDays(200), cycles);
        assertThat(phases.inEffect(DAY.plusDays(400), history).isPresent()).isEqualTo(applies);
    }

    @Test
    void cyclesBeforeItDoNotCount() {
        Phases phases = phases(phase(Mode.BREASTFEEDING, 0, null));
        assertThat(phases.inEffect(DAY.plusDays(100), cyclesFrom(DAY.minusDays(300), 9)))
                .isPresent();
    }

    @Test
    void weaningDoesNotEndTheWaitForThem() {
        Phases phases = phases(phase(Mode.BREASTFEEDING, 0, 20));
        assertThat(phases.inEffect(DAY.plusDays(100), NO_HISTORY)).isPresent();
        assertThat(phases.inEffect(DAY.minusDays(1), NO_HISTORY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"PREGNANCY", "COMBINED_PILL", "HORMONAL_IUD", "HORMONAL_IMPLANT"})
    void aCycleThatAPhaseTouchesIsLeftOut(Mode mode) {
        Phases phases = phases(phase(mode, 10, 300));
        assertThat(phases.keeps(Cycle.completed(DAY, DAY.plusDays(28), 5))).isFalse();
        assertThat(phases.keeps(Cycle.completed(DAY.plusDays(299), DAY.plusDays(330), 5)))
                .isFalse();
        assertThat(phases.keeps(Cycle.completed(DAY.plusDays(100), DAY.plusDays(128), 5)))
                .isFalse();
        assertThat(phases.keeps(Cycle.running(DAY, 5))).isFalse();
        assertThat(phases.keeps(Cycle.completed(DAY.minusDays(18), DAY.plusDays(10), 5)))
                .isTrue();
        assertThat(phases.keeps(Cycle.completed(DAY.plusDays(301), DAY.plusDays(330), 5)))
                .isTrue();
        assertThat(phases.keeps(Cycle.running(DAY.plusDays(301), 5))).isTrue();
    }

    @Test
    void breastfeedingLeavesOutOnlyTheIntervalInWhichItBegan() {
        Phases phases = phases(phase(Mode.BREASTFEEDING, 10, null));
        assertThat(phases.keeps(Cycle.completed(DAY, DAY.plusDays(120), 5))).isFalse();
        assertThat(phases.keeps(Cycle.completed(DAY.plusDays(10), DAY.plusDays(38), 5)))
                .isTrue();
        assertThat(phases.keeps(Cycle.completed(DAY.plusDays(120), DAY.plusDays(150), 5)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"NONE", "PERIMENOPAUSE", "ADOLESCENCE"})
    void theOthersLeaveNothingOut(Mode mode) {
        assertThat(phases(phase(mode, 0, null)).keeps(Cycle.completed(DAY, DAY.plusDays(28), 5)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PREGNANCY,COMBINED_PILL,true",
        "PREGNANCY,HORMONAL_IUD,true",
        "COMBINED_PILL,HORMONAL_IMPLANT,true",
        "PERIMENOPAUSE,ADOLESCENCE,true",
        "NONE,BREASTFEEDING,true",
        "PREGNANCY,PREGNANCY,true",
        "NONE,NONE,true",
        "BREASTFEEDING,HORMONAL_IUD,false",
        "BREASTFEEDING,PREGNANCY,false",
        "PERIMENOPAUSE,COMBINED_PILL,false",
        "ADOLESCENCE,PREGNANCY,false"
    })
    void whatMakesNoSenseAtOnceIsExcluded(Mode one, Mode other, boolean excluded) {
        assertThat(one.excludes(other)).isEqualTo(excluded);
        assertThat(other.excludes(one)).isEqualTo(excluded);
    }

    @Test
    void phasesThatTouchInADayOverlap() {
        assertThat(phase(Mode.PREGNANCY, 0, 5).overlaps(phase(Mode.PREGNANCY, 5, 9)))
                .isTrue();
        assertThat(phase(Mode.PREGNANCY, 5, null).overlaps(phase(Mode.PREGNANCY, 0, null)))
                .isTrue();
        assertThat(phase(Mode.PREGNANCY, 0, 5).overlaps(phase(Mode.PREGNANCY, 6, null)))
                .isFalse();
    }

    @Test
    void aPhaseDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> phase(Mode.PREGNANCY, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Mode modeOn(Phases phases, LocalDate day) {
        return phases.inEffect(day, NO_HISTORY).orElseThrow().mode();
    }

    private static Phases phases(Phase... phases) {
        return new Phases(List.of(phases));
    }

    private static Phase phase(Mode mode, int from, Integer to) {
        return new Phase(mode, DAY.plusDays(from), to == null ? null : DAY.plusDays(to));
    }

    private static CycleHistory cyclesFrom(LocalDate first, int completed) {
        return CycleHistory.derive(Stream.iterate(first, start -> start.plusDays(28))
                .limit(completed + 1L)
                .toList());
    }
}
