package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.history.Cycle;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** A letter a day: the first of the phase's name. */
    static String phases(int length, int period, Optional<Integer> ovulation) {
        PhaseCalendar phases = PhaseCalendar.of(Cycle.completed(START, START.plusDays(length), period), ovulation);
        return IntStream.range(0, length)
                .mapToObj(day -> phases.on(START.plusDays(day)).name().substring(0, 1))
                .collect(Collectors.joining());
    }
}
