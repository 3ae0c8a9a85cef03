package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.history.Cycle;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedOvulationsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 2, 10);
    private static final LocalDate SECOND = LocalDate.of(2024, 3, 9);

    private final Cycle completed = Cycle.completed(FIRST, SECOND, 5);
    private final Cycle running = Cycle.running(SECOND, 5);

    @Test
    void theFirstDayOfACycleIsDayOne() {
        assertThat(observed(FIRST).dayIn(completed)).contains(1);
        assertThat(observed(FIRST.plusDays(14)).dayIn(completed)).contains(15);
        assertThat(observed(SECOND.minusDays(1)).dayIn(completed)).contains(28);
        assertThat(observed(SECOND.plusDays(14)).dayIn(running)).contains(15);
    }

    @Test
    void whatLiesOutsideBelongsToAnotherCycle() {
        assertThat(observed(FIRST.minusDays(1), SECOND).dayIn(completed)).isEmpty();
        assertThat(observed(SECOND.minusDays(1)).dayIn(running)).isEmpty();
        assertThat(observed().dayIn(running)).isEmpty();
    }

    @Test
    void theLastInACycleCounts() {
        ObservedOvulations observed = observed(FIRST.plusDays(20), FIRST.plusDays(11), SECOND.plusDays(1));
        assertThat(observed.daysIn(List.of(completed))).containsExactly(21);
        assertThat(observed.lutealLengthsIn(List.of(completed))).containsExactly(7);
    }

    @Test
    void cyclesWithoutOvulationAreSkipped() {
        Cycle earlier = Cycle.completed(FIRST.minusDays(30), FIRST, 5);
        ObservedOvulations observed = observed(FIRST.plusDays(13));
        assertThat(observed.daysIn(List.of(earlier, completed))).containsExactly(14);
        assertThat(observed.lutealLengthsIn(List.of(earlier, completed))).containsExactly(14);
    }

    private static ObservedOvulations observed(LocalDate... dates) {
        return new ObservedOvulations(List.of(dates));
    }
}
