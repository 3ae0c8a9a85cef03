package health.lunaria.cycle.history;

import static health.lunaria.cycle.correction.CorrectionKind.EXCLUDED_CYCLE;
import static health.lunaria.cycle.correction.CorrectionKind.NOT_A_PERIOD;
import static health.lunaria.cycle.correction.CorrectionKind.PERIOD_START;
import static health.lunaria.cycle.correction.CorrectionKind.SPOTTING_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.correction.Correction;
import health.lunaria.cycle.correction.CorrectionKind;
import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.correction.ExclusionReason;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three periods of three days, on 1 January, 29 January (28 days on) and 26 February 2026, and what is corrected. */
class CorrectedHistoryTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate SECOND = LocalDate.parse("2026-01-29");
    private static final LocalDate THIRD = LocalDate.parse("2026-02-26");

    @ParameterizedTest
    @EnumSource(
            value = CorrectionKind.class,
            names = {"NOT_A_PERIOD", "SPOTTING_ONLY"})
    void whatIsNoPeriodBeginsNoCycle(CorrectionKind kind) {
        assertThat(derive(correct(kind, SECOND)))
                .containsExactly(Cycle.completed(FIRST, THIRD, 3), Cycle.running(THIRD, 3));
    }

    @ParameterizedTest
    @EnumSource(
            value = CorrectionKind.class,
            names = {"NOT_A_PERIOD", "SPOTTING_ONLY"})
    void withoutTheFirstPeriodCyclesBeginWithTheSecond(CorrectionKind kind) {
        assertThat(derive(correct(kind, FIRST)))
                .containsExactly(Cycle.completed(SECOND, THIRD, 3), Cycle.running(THIRD, 3));
    }

    @Test
    void withoutTheLastPeriodTheCycleBeforeItRunsOn() {
        assertThat(derive(correct(NOT_A_PERIOD, THIRD)))
                .containsExactly(Cycle.completed(FIRST, SECOND, 3), Cycle.running(SECOND, 3));
    }

    @Test
    void withoutAnyPeriodThereIsNoCycle() {
        assertThat(derive(correct(NOT_A_PERIOD, FIRST), correct(SPOTTING_ONLY, SECOND), correct(NOT_A_PERIOD, THIRD)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CorrectionKind.class,
            names = {"NOT_A_PERIOD", "SPOTTING_ONLY"})
    void anEpisodeIsCorrectedByItsFirstDayOnly(CorrectionKind kind) {
        assertThat(derive(
                        correct(kind, SECOND.minusDays(1)),
                        correct(kind, SECOND.plusDays(1)),
                        correct(kind, SECOND.plusDays(10))))
                .isEqualTo(derive());
    }

    @Test
    void whatIsNoPeriodDoesNotProlongThePeriodBefore() {
        List<LocalDate> days = dates("2026-01-01", "2026-01-02", "2026-01-11", "2026-01-12");
        assertThat(CycleHistory.derive(days, corrections(correct(NOT_A_PERIOD, "2026-01-11")))
                        .cycles())
                .containsExactly(Cycle.running(FIRST, 2));
    }

    @Test
    void anExcludedCycleStaysWhereItIs() {
        assertThat(derive(exclude(SECOND)))
                .containsExactly(
                        Cycle.completed(FIRST, SECOND, 3),
                        Cycle.completed(SECOND, THIRD, 3).asExcluded(),
                        Cycle.running(THIRD, 3));
    }

    @Test
    void anyDayOfACycleExcludesIt() {
        List<Cycle> excluded = derive(exclude(SECOND));
        assertThat(derive(exclude(SECOND.plusDays(20)))).isEqualTo(excluded);
        assertThat(derive(exclude(THIRD.minusDays(1)))).isEqualTo(excluded);
        assertThat(derive(exclude(SECOND), exclude(SECOND.plusDays(1)))).isEqualTo(excluded);
        assertThat(derive(exclude(SECOND.minusDays(1)))).isNotEqualTo(excluded);
        assertThat(derive(exclude(THIRD))).isNotEqualTo(excluded);
    }

    @Test
    void theRunningCycleCanBeExcluded() {
        List<Cycle> cycles = derive(exclude(THIRD.plusDays(40)));
        assertThat(cycles).last().isEqualTo(Cycle.running(THIRD, 3).asExcluded());
    }

    @Test
    void beforeTheFirstPeriodThereIsNothingToExclude() {
        assertThat(derive(exclude(FIRST.minusDays(1)))).isEqualTo(derive());
    }

    @Test
    void anExcludedCycleDoesNotCountAndItsNeighboursDo() {
        CycleHistory history = CycleHistory.derive(bleeding(), corrections(exclude(FIRST)));
        assertThat(history.counted()).containsExactly(Cycle.completed(SECOND, THIRD, 3));
        assertThat(history.completed()).hasSize(2);
    }

    @Test
    void anExclusionFollowsTheDateWhenTheBoundariesMove() {
        assertThat(derive(exclude(SECOND), correct(NOT_A_PERIOD, SECOND)))
                .containsExactly(Cycle.completed(FIRST, THIRD, 3).asExcluded(), Cycle.running(THIRD, 3));
    }

    @Test
    void aPeriodCanBeginWithoutALog() {
        LocalDate unlogged = LocalDate.parse("2026-03-26");
        assertThat(derive(correct(PERIOD_START, unlogged)))
                .endsWith(Cycle.completed(THIRD, unlogged, 3), Cycle.running(unlogged, 1));
        assertThat(CycleHistory.derive(List.of(), corrections(correct(PERIOD_START, unlogged)))
                        .cycles())
                .containsExactly(Cycle.running(unlogged, 1));
    }

    @Test
    void aPeriodThatBeganBeforeTheFirstLogTakesTheLoggedDaysIn() {
        assertThat(derive(correct(PERIOD_START, SECOND.minusDays(2))))
                .contains(Cycle.completed(SECOND.minusDays(2), THIRD, 5));
        assertThat(derive(correct(PERIOD_START, SECOND.minusDays(8)))).hasSize(4);
    }

    @Test
    void aPeriodThatBeginsWhereItBeginsAnywayChangesNothing() {
        assertThat(derive(correct(PERIOD_START, FIRST), correct(PERIOD_START, SECOND), correct(PERIOD_START, THIRD)))
                .isEqualTo(derive());
    }

    @Test
    void twoPeriodsThatRunIntoEachOtherAreToldApart() {
        List<LocalDate> merged = dates("2026-01-01", "2026-01-03", "2026-01-09", "2026-01-10");
        assertThat(CycleHistory.derive(merged).cycles()).hasSize(1);
        assertThat(CycleHistory.derive(merged, corrections(correct(PERIOD_START, "2026-01-09")))
                        .cycles())
                .containsExactly(
                        Cycle.completed(FIRST, LocalDate.parse("2026-01-09"), 3),
                        Cycle.running(LocalDate.parse("2026-01-09"), 2));
    }

    @Test
    void bleedingBeforeAPeriodCanBeCutOffIt() {
        List<LocalDate> merged = dates("2026-01-01", "2026-01-03", "2026-01-09", "2026-01-10");
        assertThat(CycleHistory.derive(
                                merged,
                                corrections(correct(PERIOD_START, "2026-01-09"), correct(SPOTTING_ONLY, "2026-01-01")))
                        .cycles())
                .containsExactly(Cycle.running(LocalDate.parse("2026-01-09"), 2));
    }

    @Test
    void ofTwoThatContradictEachOtherTheOneThatTakesAwayCounts() {
        assertThat(derive(correct(PERIOD_START, SECOND), correct(NOT_A_PERIOD, SECOND)))
                .isEqualTo(derive(correct(NOT_A_PERIOD, SECOND)));
    }

    @Test
    void daysOfSpottingOnlyAreKnownAsSuch() {
        List<Day> days = bleeding().stream()
                .map(date -> DayFields.day(date, Map.of("flow", Flow.LIGHT)))
                .toList();
        assertThat(LoggedHistory.of(days, corrections(correct(SPOTTING_ONLY, SECOND), correct(NOT_A_PERIOD, FIRST)))
                        .spottingOnly())
                .containsExactlyInAnyOrder(SECOND, SECOND.plusDays(1), SECOND.plusDays(2));
        assertThat(LoggedHistory.of(days, Corrections.NONE).spottingOnly()).isEmpty();
    }

    private static List<LocalDate> bleeding() {
        return Stream.of(FIRST, SECOND, THIRD)
                .flatMap(start -> start.datesUntil(start.plusDays(3)))
                .toList();
    }

    private static List<Cycle> derive(Correction... corrections) {
        return CycleHistory.derive(bleeding(), corrections(corrections)).cycles();
    }

    private static Corrections corrections(Correction... corrections) {
        return new Corrections(List.of(corrections));
    }

    private static Correction correct(CorrectionKind kind, String date) {
        return correct(kind, LocalDate.parse(date));
    }

    private static Correction correct(CorrectionKind kind, LocalDate date) {
        return new Correction(date, kind, null);
    }

    private static Correction exclude(LocalDate date) {
        return new Correction(date, EXCLUDED_CYCLE, ExclusionReason.ILLNESS);
    }

    private static List<LocalDate> dates(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
