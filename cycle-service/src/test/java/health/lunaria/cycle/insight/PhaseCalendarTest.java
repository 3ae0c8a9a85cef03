package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.history.Cycle;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PhaseCalendarTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");

    /** Without an observation, ovulation is on day 15 of 28: 13 days are left. */
    @Test
    void aTypicalCycleHasFourPhases() {
        assertThat(phases(28, 5, Optional.empty())).isEqualTo("MMMMM" + "FFFFFFFF" + "OOO" + "LLLLLLLLLLLL");
    }

    @Test
    void aLongerCycleIsLongerBeforeOvulation() {
        assertThat(phases(35, 5, Optional.empty())).isEqualTo("MMMMM" + "F".repeat(15) + "OOO" + "L".repeat(12));
    }

    @Test
    void anObservedOvulationCountsInsteadOfATypicalOne() {
        assertThat(phases(28, 5, Optional.of(19))).isEqualTo("MMMMM" + "F".repeat(12) + "OOO" + "L".repeat(8));
    }

    @Test
    void aPeriodThatLastsToOvulationLeavesNoFollicularPhase() {
        assertThat(phases(21, 7, Optional.empty())).isEqualTo("MMMMMMM" + "OO" + "L".repeat(12));
        assertThat(phases(20, 9, Optional.empty())).isEqualTo("M".repeat(9) + "L".repeat(11));
    }

    @Test
    void aCycleShorterThanALutealPhaseIsLutealAfterThePeriod() {
        assertThat(phases(10, 3, Optional.empty())).isEqualTo("MMM" + "LLLLLLL");
        assertThat(phases(3, 3, Optional.empty())).isEqualTo("MMM");
    }

    @Property
    void phasesFollowInTheirOrder(
            @ForAll @IntRange(min = 1, max = 130) int length,
            @ForAll @IntRange(min = 1, max = 130) int period,
            @ForAll @IntRange(min = 1, max = 130) int ovulation) {
        String phases = phases(
                length, Math.min(period, length), ovulation <= length ? Optional.of(ovulation) : Optional.empty());

        assertThat(phases).matches("M+F*O{0,3}L*").hasSize(length);
    }

    /** A letter a day: the first of the phase's name. */
    private static String phases(int length, int period, Optional<Integer> ovulation) {
        PhaseCalendar phases = PhaseCalendar.of(Cycle.completed(START, START.plusDays(length), period), ovulation);
        return IntStream.range(0, length)
                .mapToObj(day -> phases.on(START.plusDays(day)).name().substring(0, 1))
                .collect(Collectors.joining());
    }
}
