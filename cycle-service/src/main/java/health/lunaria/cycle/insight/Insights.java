package health.lunaria.cycle.insight;

import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.prediction.ObservedOvulations;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person's last cycles have in common: numbers, and never a diagnosis. {@code docs/insights.md} says how each is
 * made and what it does not say.
 *
 * @param cyclesUsed how many cycles all of it is about, at most {@value UsedCycles#MAX}
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

    static final int CYCLES_NEEDED = 3;

    /** @param ovulations dates on which ovulation was observed; none if nothing is known of it */
    static Insights of(LoggedHistory history, Collection<LocalDate> ovulations) {
        UsedCycles used = UsedCycles.of(history);
        ObservedOvulations observed = new ObservedOvulations(ovulations);
        boolean areEnough = used.cycles().size() >= CYCLES_NEEDED;
        return new Insights(
                used.cycles().size(),
                history.cycles().completed().size() - history.cycles().counted().size(),
                used.gapsSuspected(),
                used.days().size(),
                used.lengths().stream().mapToInt(Integer::intValue).sum(),
                Summary.of(used.lengths()),
                Summary.of(used.periodLengths()),
                Summary.of(observed.lutealLengthsIn(used.cycles())),
                BleedingBetween.of(used.cycles(), used.days(), history.spottingOnly()),
                areEnough ? remarks(used.lengths(), used.periodLengths()) : Set.of(),
                areEnough ? Optional.of(trends(used, observed)) : Optional.empty());
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

    private static Trends trends(UsedCycles used, ObservedOvulations observed) {
        return Trends.of(used.cycles().stream()
                .flatMap(cycle -> {
                    PhaseCalendar phases = PhaseCalendar.of(cycle, observed.dayIn(cycle));
                    return used.daysOf(cycle).stream().map(day -> new Trends.PhasedDay(day, phases.on(day.date())));
                })
                .toList());
    }

    @Override
    public String toString() {
        return "Insights[redacted]";
    }
}
