package health.lunaria.cycle.prediction;

import health.lunaria.cycle.history.Cycle;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The dates on which ovulation was observed. In a cycle with several, the last counts: the earlier were only attempts.
 */
public final class ObservedOvulations {

    private final NavigableSet<LocalDate> dates;

    public ObservedOvulations(Collection<LocalDate> dates) {
        this.dates = new TreeSet<>(dates);
    }

    /** The day of ovulation in the cycle, the first of which is day 1. */
    public Optional<Integer> dayIn(Cycle cycle) {
        LocalDate last = dates.floor(cycle.isRunning() ? LocalDate.MAX : cycle.end());
        return Optional.ofNullable(last)
                .filter(cycle::contains)
                .map(date -> Math.toIntExact(ChronoUnit.DAYS.between(cycle.start(), date)) + 1);
    }

    List<Integer> daysIn(List<Cycle> cycles) {
        return cycles.stream().map(this::dayIn).flatMap(Optional::stream).toList();
    }

    /** Days from the day after ovulation to the end of the cycle, of the completed cycles in which it is known. */
    public List<Integer> lutealLengthsIn(List<Cycle> cycles) {
        return cycles.stream()
                .flatMap(cycle -> dayIn(cycle).map(day -> cycle.lengthDays() - day).stream())
                .toList();
    }
}
