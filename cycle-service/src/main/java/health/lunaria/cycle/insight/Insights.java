package health.lunaria.cycle.insight;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.prediction.CycleLengthModel;
import health.lunaria.cycle.prediction.ObservedOvulations;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a person's last cycles have in common: numbers, and never a diagnosis. {@code docs/insights.md} says how each is
 * made and what it does not say.
 *
 * @param cyclesUsed how many cycles all of it is about, at most {@value #MAX_CYCLES}
 * @param cyclesExcluded how many completed cycles she excluded, in all
 * @param gapsSuspected how many more were left out because they probably hold a period that was not logged
 * @param daysLogged days of the used cycles on which anything was logged
 * @param days all days of the used cycles
 * @param periodLength of the periods of which the first day was logged: one that she only says began has no known length
 * @param lutealPhase of the cycles with a known ovulation
 * @param remarks what lies outside the range that FIGO calls normal; none of fewer than {@value #CYCLES_NEEDED} cycles
 * @param trends empty of fewer than {@value #CYCLES_NEEDED} cycles
 */
@Confidential
record Insights(
        int cyclesUsed,
        int cyclesExcluded,
        int gapsSuspected,
        int daysLogged,
        int days,
        Optional<Summary> cycleLength,
        Optional<Summary> periodLength,
        Optional<Summary> lutealPhase,
        BleedingBetween bleedingBetween,
        Set<Remark> remarks,
        Optional<Trends> trends) {

    /** About a year: over which FIGO's earlier terms looked at variation (Fraser et al. 2011, doi:10.1055/s-0031-1287662). */
    static final int MAX_CYCLES = 12;

    static final int CYCLES_NEEDED = 3;

    /** @param ovulations dates on which ovulation was observed; none if nothing is known of it */
    static Insights of(LoggedHistory history, Collection<LocalDate> ovulations) {
        TreeMap<LocalDate, Day> logged = new TreeMap<>();
        history.days().stream().filter(day -> !DayFields.of(day).isEmpty()).forEach(day -> logged.put(day.date(), day));
        List<Cycle> latest = latest(history.cycles().counted().stream()
                .filter(cycle -> cycle.lengthDays() <= CycleLengthModel.LENGTH_CAP)
                .toList());
        List<Cycle> suspected = UnloggedPeriods.suspectedIn(latest, logged.keySet());
        List<Cycle> cycles =
                latest.stream().filter(cycle -> !suspected.contains(cycle)).toList();
        List<Day> days = cycles.stream().flatMap(cycle -> daysOf(cycle, logged)).toList();
        List<Integer> lengths = cycles.stream().map(Cycle::lengthDays).toList();
        List<Integer> periods = cycles.stream()
                .filter(cycle -> isLogged(cycle.start(), logged))
                .map(Cycle::periodDays)
                .toList();
        ObservedOvulations observed = new ObservedOvulations(ovulations);
        boolean areEnough = cycles.size() >= CYCLES_NEEDED;
        return new Insights(
                cycles.size(),
                history.cycles().completed().size() - history.cycles().counted().size(),
                suspected.size(),
                days.size(),
                lengths.stream().mapToInt(Integer::intValue).sum(),
                Summary.of(lengths),
                Summary.of(periods),
                Summary.of(observed.lutealLengthsIn(cycles)),
                BleedingBetween.of(cycles, days, history.spottingOnly()),
                areEnough ? remarks(lengths, periods) : Set.of(),
                areEnough ? Optional.of(trends(cycles, logged, observed)) : Optional.empty());
    }

    private static List<Cycle> latest(List<Cycle> cycles) {
        return cycles.subList(Math.max(0, cycles.size() - MAX_CYCLES), cycles.size());
    }

    private static Stream<Day> daysOf(Cycle cycle, TreeMap<LocalDate, Day> logged) {
        return logged.subMap(cycle.start(), true, cycle.end(), true).values().stream();
    }

    private static boolean isLogged(LocalDate start, Map<LocalDate, Day> logged) {
        return logged.containsKey(start) && logged.get(start).hasPeriodFlow();
    }

    private static Set<Remark> remarks(List<Integer> lengths, List<Integer> periods) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        if (Remark.isMostlyOutside(lengths, Figo::isNormalCycle)) {
            remarks.add(Remark.CYCLE_LENGTH);
        }
        if (!Figo.isNormalVariation(Summary.of(lengths).orElseThrow().variation())) {
            remarks.add(Remark.CYCLE_VARIATION);
        }
        if (periods.size() >= CYCLES_NEEDED && Remark.isMostlyOutside(periods, Figo::isNormalPeriod)) {
            remarks.add(Remark.PERIOD_LENGTH);
        }
        return remarks;
    }

    private static Trends trends(List<Cycle> cycles, TreeMap<LocalDate, Day> logged, ObservedOvulations observed) {
        return Trends.of(cycles.stream()
                .flatMap(cycle -> {
                    PhaseCalendar phases = PhaseCalendar.of(cycle, observed.dayIn(cycle));
                    return daysOf(cycle, logged).map(day -> new Trends.PhasedDay(day, phases.on(day.date())));
                })
                .toList());
    }

    @Override
    public String toString() {
        return "Insights[redacted]";
    }
}
