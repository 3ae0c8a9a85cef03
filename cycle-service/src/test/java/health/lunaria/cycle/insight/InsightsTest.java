package health.lunaria.cycle.insight;

import static health.lunaria.cycle.correction.CorrectionKind.EXCLUDED_CYCLE;
import static health.lunaria.cycle.correction.CorrectionKind.NOT_A_PERIOD;
import static health.lunaria.cycle.correction.CorrectionKind.PERIOD_START;
import static health.lunaria.cycle.correction.CorrectionKind.SPOTTING_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.Flow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightsTest {

    @Test
    void whoLoggedNothingGetsNothing() {
        Insights none = new LoggedCycles().insights();

        assertThat(none.cyclesUsed()).isZero();
        assertThat(none.days()).isZero();
        assertThat(none.cycleLength()).isEmpty();
        assertThat(none.periodLength()).isEmpty();
        assertThat(none.lutealPhase()).isEmpty();
        assertThat(none.trends()).isEmpty();
        assertThat(none.remarks()).isEmpty();
    }

    @Test
    void theRunningCycleDoesNotCount() {
        assertThat(LoggedCycles.of().insights().cycleLength()).isEmpty();
        assertThat(LoggedCycles.of(28).insights().cycleLength()).contains(new Summary(1, 28, 28, 28, 28, null));
    }

    @Test
    void lengthsAreSummedUp() {
        Insights insights = LoggedCycles.of(27, 28, 26, 32, 28, 27).insights();

        assertThat(insights.cyclesUsed()).isEqualTo(6);
        assertThat(insights.days()).isEqualTo(168);
        assertThat(insights.daysLogged()).isEqualTo(30);
        assertThat(insights.cycleLength()).map(Summary::variation).contains(6);
        assertThat(insights.periodLength()).contains(new Summary(6, 5, 5, 5, 5, 0.0));
        assertThat(insights.remarks()).isEmpty();
    }

    @Test
    void onlyTheLastTwelveCyclesCount() {
        Integer[] lengths = Stream.concat(
                        Stream.of(60, 20, 50), Stream.generate(() -> 28).limit(12))
                .toArray(Integer[]::new);

        assertThat(LoggedCycles.of(lengths).insights().cycleLength()).contains(new Summary(12, 28, 28, 28, 28, 0.0));
    }

    @Test
    void anExcludedCycleCountsInNothing() {
        LoggedCycles cycles = LoggedCycles.of(28, 45, 28, 28).logEveryDay();
        cycles.log(cycles.date(1, 20), "symptoms", List.of("fever"))
                .log(cycles.date(1, 30), "flow", Flow.SPOTTING)
                .correct(cycles.date(1, 12), EXCLUDED_CYCLE);
        Insights insights = cycles.insights();

        assertThat(insights.cyclesExcluded()).isEqualTo(1);
        assertThat(insights.cycleLength()).contains(new Summary(3, 28, 28, 28, 28, 0.0));
        assertThat(insights.days()).isEqualTo(84);
        assertThat(insights.bleedingBetween()).isEqualTo(new BleedingBetween(0, 0));
        assertThat(insights.trends().orElseThrow().symptoms()).isEmpty();
    }

    @Test
    void aPauseFromLoggingDoesNotCount() {
        assertThat(LoggedCycles.of(28, 280, 28, 28).insights().cyclesUsed()).isEqualTo(3);
        assertThat(LoggedCycles.of(28, 131, 28).insights().cyclesUsed()).isEqualTo(2);
        assertThat(LoggedCycles.of(130).insights().cyclesUsed()).isEqualTo(1);
    }

    @Test
    void aCycleThatProbablyHoldsAForgottenPeriodDoesNotCount() {
        Insights insights = LoggedCycles.of(28, 57, 29, 28).insights();

        assertThat(insights.gapsSuspected()).isEqualTo(1);
        assertThat(insights.cyclesUsed()).isEqualTo(3);
        assertThat(insights.cycleLength()).map(Summary::longest).contains(29);
    }

    @Test
    void whoLoggedThroughALongCycleHadALongCycle() {
        Insights insights = LoggedCycles.of(28, 57, 29, 28).logEveryDay().insights();

        assertThat(insights.gapsSuspected()).isZero();
        assertThat(insights.cycleLength()).map(Summary::longest).contains(57);
        assertThat(insights.remarks()).containsExactly(Remark.CYCLE_VARIATION);
    }

    /** The median is 28.5, so that a period was due on the 30th day of the long cycle; two unlogged days hide none. */
    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1"})
    void threeUnloggedDaysInARowCanHideAPeriod(int unlogged, int suspected) {
        LoggedCycles cycles = LoggedCycles.of(28, 57, 29, 28).logEveryDay();
        cycles.forget(cycles.date(1, 30), cycles.date(1, 30 + unlogged));

        assertThat(cycles.insights().gapsSuspected()).isEqualTo(suspected);
    }

    @ParameterizedTest
    @CsvSource({"41, 0", "42, 1"})
    void aLengthIsSuspectedFromHalfAsLongAgain(int length, int suspected) {
        assertThat(LoggedCycles.of(28, length, 28).insights().gapsSuspected()).isEqualTo(suspected);
    }

    @Test
    void ofTwoLengthsNoneIsSuspected() {
        assertThat(LoggedCycles.of(28, 60).insights().gapsSuspected()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"23, true", "24, false", "38, false", "39, true"})
    void aLengthOutsideTheNormalRangeIsRemarked(int length, boolean remarked) {
        assertThat(LoggedCycles.of(length, length, length).insights().remarks().contains(Remark.CYCLE_LENGTH))
                .isEqualTo(remarked);
        assertThat(LoggedCycles.of(length, 30, length, 30)
                        .logEveryDay()
                        .insights()
                        .remarks())
                .as("half of them")
                .doesNotContain(Remark.CYCLE_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({"35, false", "37, false", "38, true"})
    void aVariationIsRemarkedWhenItIsNormalAtNoAge(int longest, boolean remarked) {
        assertThat(LoggedCycles.of(28, 30, longest).insights().remarks().contains(Remark.CYCLE_VARIATION))
                .isEqualTo(remarked);
    }

    @ParameterizedTest
    @CsvSource({"8, false", "9, true"})
    void aPeriodOfMoreThanEightDaysIsRemarked(int periodDays, boolean remarked) {
        LoggedCycles cycles = new LoggedCycles();
        for (int i = 0; i < 4; i++) {
            cycles.period(LoggedCycles.FIRST.plusDays(28L * i), periodDays);
        }
        assertThat(cycles.insights().remarks().contains(Remark.PERIOD_LENGTH)).isEqualTo(remarked);
    }

    @Test
    void ofFewerThanThreeCyclesNothingIsRemarkedAndNoTrendShown() {
        Insights insights = LoggedCycles.of(45, 20).insights();

        assertThat(insights.remarks()).isEmpty();
        assertThat(insights.trends()).isEmpty();
        assertThat(insights.cycleLength()).map(Summary::variation).contains(25);
    }

    @Test
    void aPeriodThatOnlyBeganHasNoLength() {
        LoggedCycles cycles = LoggedCycles.of(28, 28);
        LocalDate unlogged = cycles.date(2, 29);
        Insights insights = cycles.period(unlogged.plusDays(28), 5)
                .correct(unlogged, PERIOD_START)
                .insights();

        assertThat(insights.cyclesUsed()).isEqualTo(4);
        assertThat(insights.periodLength()).contains(new Summary(3, 5, 5, 5, 5, 0.0));
    }

    @Test
    void bleedingBetweenPeriodsIsCountedAsWhatSheSaysItWas() {
        LoggedCycles cycles = LoggedCycles.of(28, 28, 28, 28);
        cycles.log(cycles.date(0, 15), "flow", Flow.LIGHT)
                .correct(cycles.date(0, 15), NOT_A_PERIOD)
                .log(cycles.date(1, 15), "flow", Flow.LIGHT)
                .correct(cycles.date(1, 15), SPOTTING_ONLY)
                .log(cycles.date(2, 15), "flow", Flow.SPOTTING)
                .log(cycles.date(2, 20), "flow", Flow.SPOTTING);

        assertThat(cycles.insights().cyclesUsed()).isEqualTo(4);
        assertThat(cycles.insights().bleedingBetween()).isEqualTo(new BleedingBetween(1, 2));
    }

    @Test
    void spottingWithinThePeriodIsNotBetweenPeriods() {
        LoggedCycles cycles = LoggedCycles.of(28, 28, 28);
        cycles.log(cycles.date(0, 3), "flow", Flow.SPOTTING);

        assertThat(cycles.insights().bleedingBetween()).isEqualTo(new BleedingBetween(0, 0));
    }

    @Test
    void lutealPhasesFollowFromOvulations() {
        LoggedCycles cycles = LoggedCycles.of(28, 30, 28);

        assertThat(cycles.insights(cycles.date(0, 15), cycles.date(1, 16)).lutealPhase())
                .map(Summary::mean)
                .contains(13.5);
        assertThat(cycles.insights(cycles.date(3, 15)).lutealPhase())
                .as("running")
                .isEmpty();
    }

    @Test
    void aDayOfWhichNothingWasLoggedIsNotALoggedDay() {
        LoggedCycles cycles = LoggedCycles.of(28, 28, 28);
        cycles.log(cycles.date(0, 20), "symptoms", List.of());

        assertThat(cycles.insights().daysLogged()).isEqualTo(15);
    }
}
