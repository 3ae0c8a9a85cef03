package health.lunaria.cycle.history;

import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.day.Day;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A person's days and the cycles that follow from them and from her corrections: what everything else is made from.
 *
 * @param days every day as it was logged, by date
 * @param spottingOnly the days of bleeding that she says were spotting only, whatever flow was logged
 */
@Confidential
public record LoggedHistory(List<Day> days, CycleHistory cycles, Set<LocalDate> spottingOnly) {

    public LoggedHistory {
        days = List.copyOf(days);
        spottingOnly = Set.copyOf(spottingOnly);
    }

    /** @param days every logged day, by date */
    public static LoggedHistory of(List<Day> days, Corrections corrections) {
        List<LocalDate> bleedingDays =
                days.stream().filter(Day::hasPeriodFlow).map(Day::date).toList();
        Bleeding bleeding = Bleeding.of(bleedingDays, corrections);
        return new LoggedHistory(days, CycleHistory.derive(bleeding, corrections), bleeding.spottingOnly());
    }

    @Override
    public String toString() {
        return "LoggedHistory[redacted]";
    }
}
