package health.lunaria.cycle.prediction;

import health.lunaria.cycle.history.Cycle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The dates on which ovulation was observed. In a cycle with several, the last counts: the earlier were only attempts.
 */
record ObservedOvulations(TreeSet<LocalDate> dates) {

    ObservedOvulations(Collection<LocalDate> dates) {
        this(new TreeSet<>(dates));
    }

    /** The day of ovulation in the cycle, the first of which is day 1. */
    Optional<Integer> dayIn(Cycle cycle) {
        LocalDate last = cycle.isRunning() ? dates.isEmpty() ? null : dates.last() : dates.floor(cycle.end());
        return Optional.ofNullable(last)
                .filter(cycle::contains)
                .map(date -> (int) (date.toEpochDay() - cycle.start().toEpochDay()) + 1);
    }

    List<Integer> daysIn(List<Cycle> cycles) {
        return cycles.stream().map(this::dayIn).flatMap(Optional::stream).toList();
    }

    List<Integer> lutealLengthsIn(List<Cycle> cycles) {
        return cycles.stream()
                .flatMap(cycle -> dayIn(cycle).map(day -> cycle.lengthDays() - day).stream())
                .toList();
    }
}
