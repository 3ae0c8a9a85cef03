package health.lunaria.cycle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CycleHistoryTest {

    @Test
    void nothingLoggedIsNoCycle() {
        CycleHistory history = CycleHistory.derive(List.of());
        assertThat(history.cycles()).isEmpty();
        assertThat(history.running()).isEmpty();
        assertThat(history.completed()).isEmpty();
    }

    @Test
    void oneDayIsARunningCycle() {
        CycleHistory history = CycleHistory.derive(dates("2026-01-03"));
        assertThat(history.cycles()).containsExactly(Cycle.running(LocalDate.parse("2026-01-03"), 1));
        assertThat(history.running()).contains(history.cycles().get(0));
        assertThat(history.completed()).isEmpty();
    }

    @Test
    void aPeriodEndsTheCycleBefore() {
        CycleHistory history = CycleHistory.derive(dates(
                "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-31", "2026-02-01"));
        assertThat(history.cycles())
                .containsExactly(
                        new Cycle(LocalDate.parse("2026-01-03"), LocalDate.parse("2026-01-30"), 28, 5, false),
                        new Cycle(LocalDate.parse("2026-01-31"), null, null, 2, false));
    }

    @Test
    void daysWithoutALogDoNotSplitAPeriod() {
        assertThat(CycleHistory.derive(dates("2026-01-03", "2026-01-06", "2026-01-08"))
                        .cycles())
                .containsExactly(Cycle.running(LocalDate.parse("2026-01-03"), 6));
    }

    @Test
    void theFirstAndTheLastDayOfAPeriodAreEnough() {
        assertThat(CycleHistory.derive(dates("2026-01-01", "2026-01-08", "2026-01-29", "2026-02-05"))
                        .cycles())
                .containsExactly(
                        Cycle.completed(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-29"), 8),
                        Cycle.running(LocalDate.parse("2026-01-29"), 8));
    }

    @Test
    void moreThanSevenDaysLaterIsAnotherPeriod() {
        assertThat(CycleHistory.derive(dates("2026-01-01", "2026-01-08")).cycles())
                .hasSize(1);
        assertThat(CycleHistory.derive(dates("2026-01-01", "2026-01-09")).cycles())
                .hasSize(2);
    }

    @Test
    void februaryHasADayMoreInALeapYear() {
        assertThat(lengths("2023-02-20", "2023-03-20")).containsExactly(28);
        assertThat(lengths("2024-02-20", "2024-03-20")).containsExactly(29);
        assertThat(lengths("2000-02-20", "2000-03-20")).containsExactly(29);
        assertThat(lengths("1900-02-20", "1900-03-20")).containsExactly(28);
        assertThat(CycleHistory.derive(dates("2024-02-28", "2024-02-29", "2024-03-01"))
                        .cycles())
                .containsExactly(Cycle.running(LocalDate.parse("2024-02-28"), 3));
    }

    @Test
    void aCycleKnowsItsDays() {
        Cycle completed = Cycle.completed(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-29"), 4);
        assertThat(completed.contains(LocalDate.parse("2025-12-31"))).isFalse();
        assertThat(completed.contains(LocalDate.parse("2026-01-01"))).isTrue();
        assertThat(completed.contains(LocalDate.parse("2026-01-28"))).isTrue();
        assertThat(completed.contains(LocalDate.parse("2026-01-29"))).isFalse();
        Cycle running = Cycle.running(LocalDate.parse("2026-01-29"), 4);
        assertThat(running.contains(LocalDate.parse("2026-01-28"))).isFalse();
        assertThat(running.contains(LocalDate.parse("2030-01-01"))).isTrue();
    }

    @Test
    void aCycleThatContradictsItselfIsRefused() {
        LocalDate start = LocalDate.parse("2026-01-01");
        LocalDate end = LocalDate.parse("2026-01-28");
        refused(() -> new Cycle(start, end, null, 5, false));
        refused(() -> new Cycle(start, null, 28, 5, false));
        refused(() -> new Cycle(start, end, 27, 5, false));
        refused(() -> new Cycle(start, end, 28, 0, false));
        refused(() -> new Cycle(start, end, 28, 29, false));
        refused(() -> new Cycle(start, null, null, 0, false));
        refused(() -> Cycle.completed(start, start, 1));
        refused(() -> Cycle.completed(end, start, 1));
    }

    @Test
    void aHistoryWithGapsOrTwoRunningCyclesIsRefused() {
        Cycle january = Cycle.completed(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-29"), 4);
        Cycle afterAGap = Cycle.running(LocalDate.parse("2026-01-30"), 4);
        Cycle next = Cycle.running(LocalDate.parse("2026-01-29"), 4);
        refused(() -> new CycleHistory(List.of(january)));
        refused(() -> new CycleHistory(List.of(january, afterAGap)));
        refused(() -> new CycleHistory(List.of(next, january)));
        refused(() -> new CycleHistory(List.of(next, next)));
        assertThat(new CycleHistory(List.of(january, next)).cycles()).hasSize(2);
    }

    @Test
    void aHistoryDoesNotChangeAfterwards() {
        List<Cycle> cycles = new ArrayList<>(List.of(Cycle.running(LocalDate.parse("2026-01-29"), 4)));
        CycleHistory history = new CycleHistory(cycles);
        cycles.clear();
        assertThat(history.cycles()).hasSize(1);
    }

    private static void refused(ThrowingCallable creation) {
        assertThatThrownBy(creation).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> lengths(String... days) {
        return CycleHistory.derive(dates(days)).completed().stream()
                .map(Cycle::lengthDays)
                .toList();
    }

    private static List<LocalDate> dates(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
