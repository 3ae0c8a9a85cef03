package health.lunaria.cycle.insight;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.prediction.CycleLengthModel;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The cycles that insights are about: the last {@value #MAX} that are completed, not excluded and of a length that a cycle
 * can have, without those that probably hold a period that was not logged.
 *
 * @param cycles oldest first
 * @param gapsSuspected how many of the last ones were left out for that
 * @param logged the days of that time on which anything was logged
 */
@Confidential
record UsedCycles(List<Cycle> cycles, int gapsSuspected, NavigableMap<LocalDate, Day> logged) {

    /** About a year: over which FIGO's earlier terms looked at variation (Fraser et al. 2011, doi:10.1055/s-0031-1287662). */
    static final int MAX = 12;

    static UsedCycles of(LoggedHistory history) {
        List<Cycle> possible = history.cycles().counted().stream()
                .filter(cycle -> cycle.lengthDays() <= CycleLengthModel.LENGTH_CAP)
                .toList();
        List<Cycle> latest = possible.subList(Math.max(0, possible.size() - MAX), possible.size());
        NavigableMap<LocalDate, Day> logged = logged(history, latest);
        List<Cycle> suspected = UnloggedPeriods.suspectedIn(latest, logged.keySet());
        List<Cycle> used =
                latest.stream().filter(cycle -> !suspected.contains(cycle)).toList();
        return new UsedCycles(used, suspected.size(), logged);
    }

    /** The logged days of one of the cycles, by date. */
    Collection<Day> daysOf(Cycle cycle) {
        return logged.subMap(cycle.start(), true, cycle.end(), true).values();
    }

    List<Day> days() {
        return cycles.stream().flatMap(cycle -> daysOf(cycle).stream()).toList();
    }

    List<Integer> lengths() {
        return cycles.stream().map(Cycle::lengthDays).toList();
    }

    /** Of a period that she only says began, no length is known. */
    List<Integer> periodLengths() {
        return cycles.stream()
                .filter(cycle -> logged.containsKey(cycle.start())
                        && logged.get(cycle.start()).hasPeriodFlow())
                .map(Cycle::periodDays)
                .toList();
    }

    private static NavigableMap<LocalDate, Day> logged(LoggedHistory history, List<Cycle> cycles) {
        NavigableMap<LocalDate, Day> logged = new TreeMap<>();
        history.days().stream()
                .filter(day ->
                        !cycles.isEmpty() && !day.date().isBefore(cycles.get(0).start()))
                .filter(day -> !DayFields.of(day).isEmpty())
                .forEach(day -> logged.put(day.date(), day));
        return logged;
    }

    @Override
    public String toString() {
        return "UsedCycles[redacted]";
    }
}
