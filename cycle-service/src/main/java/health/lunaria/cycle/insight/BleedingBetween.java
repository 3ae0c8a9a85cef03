package health.lunaria.cycle.insight;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * In how many cycles it bled after the period and before the next.
 *
 * @param cyclesWithBleeding more than spotting, which she said was no period
 * @param cyclesWithSpotting spotting as it was logged, or as she corrected
 */
@Confidential
record BleedingBetween(int cyclesWithBleeding, int cyclesWithSpotting) {

    /** @param spottingOnly days that count as spotting, whatever their flow */
    static BleedingBetween of(List<Cycle> completed, Collection<Day> days, Set<LocalDate> spottingOnly) {
        List<LocalDate> bleeding = days.stream()
                .filter(Day::hasPeriodFlow)
                .map(Day::date)
                .filter(date -> !spottingOnly.contains(date))
                .toList();
        List<LocalDate> spotting = days.stream()
                .filter(day -> day.flow() == Flow.SPOTTING || spottingOnly.contains(day.date()))
                .map(Day::date)
                .toList();
        return new BleedingBetween(count(completed, bleeding), count(completed, spotting));
    }

    private static int count(List<Cycle> completed, List<LocalDate> dates) {
        return Math.toIntExact(completed.stream()
                .filter(cycle -> dates.stream().anyMatch(date -> isAfterPeriod(date, cycle)))
                .count());
    }

    private static boolean isAfterPeriod(LocalDate date, Cycle cycle) {
        return cycle.contains(date) && !date.isBefore(cycle.start().plusDays(cycle.periodDays()));
    }

    @Override
    public String toString() {
        return "BleedingBetween[redacted]";
    }
}
