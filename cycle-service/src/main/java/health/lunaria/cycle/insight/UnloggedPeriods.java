package health.lunaria.cycle.insight;

import health.lunaria.cycle.history.Cycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Tells cycles that probably hold a period that was not logged, because two cycles taken for one would falsify every
 * statistic. A cycle is suspected if it is at least half as long again as the median of her lengths, and if around the day
 * on which a period was due by that median there are three days in a row of which nothing at all was logged. Who logged
 * through that time without bleeding had a long cycle, and it counts.
 */
final class UnloggedPeriods {

    private static final double SUSPICIOUS_RATIO = 1.5;
    private static final int UNLOGGED_IN_A_ROW = 3;

    /** Around the day on which the period was due, as many as FIGO lets cycles vary by. */
    private static final int DAYS_AROUND = Figo.VARIATION_AGES_26_TO_41;

    /** Of two lengths it cannot be said which one is odd. */
    private static final int CYCLES_NEEDED = 3;

    private UnloggedPeriods() {}

    /** Those of the completed cycles that are suspected. */
    static List<Cycle> suspectedIn(List<Cycle> completed, Set<LocalDate> logged) {
        if (completed.size() < CYCLES_NEEDED) {
            return List.of();
        }
        List<Integer> lengths = completed.stream().map(Cycle::lengthDays).toList();
        double median = Summary.of(lengths).orElseThrow().median();
        return completed.stream()
                .filter(cycle -> cycle.lengthDays() >= SUSPICIOUS_RATIO * median)
                .filter(cycle -> isUnlogged(cycle.start().plusDays(Math.round(median)), logged))
                .toList();
    }

    private static boolean isUnlogged(LocalDate due, Set<LocalDate> logged) {
        int inARow = 0;
        for (int day = -DAYS_AROUND; day <= DAYS_AROUND && inARow < UNLOGGED_IN_A_ROW; day++) {
            inARow = logged.contains(due.plusDays(day)) ? 0 : inARow + 1;
        }
        return inARow >= UNLOGGED_IN_A_ROW;
    }
}
