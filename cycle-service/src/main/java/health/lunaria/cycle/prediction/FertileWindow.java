package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days of the running cycle on which intercourse may lead to a pregnancy. It helps to find fertile days and says of
 * no day that it is safe, inside or outside the window.
 *
 * @param probability the chance that every fertile day of the cycle lies in the window
 * @param from first day of the window
 * @param to last day of the window
 * @param days every day of the window in order, with the probability that it is one of the six fertile days
 */
@Confidential
public record FertileWindow(double probability, LocalDate from, LocalDate to, List<FertileDay> days) {

    private static final double PROBABILITY = 0.95;

    public FertileWindow {
        days = List.copyOf(days);
    }

    /**
     * Takes the shortest range that holds ovulation with 95 % and the five days before it, as far as they belong to the
     * cycle.
     *
     * @param ovulation in days of the cycle, the first of which is day 1
     */
    static FertileWindow of(DayDistribution ovulation, LocalDate cycleStart) {
        DayRange range = ovulation.shortestInterval(PROBABILITY);
        int from = Math.max(1, range.from() - OvulationModel.FERTILE_DAYS_BEFORE);
        List<FertileDay> days = IntStream.rangeClosed(from, range.to())
                .mapToObj(day -> new FertileDay(date(cycleStart, day), OvulationModel.fertile(ovulation, day)))
                .toList();
        return new FertileWindow(PROBABILITY, date(cycleStart, from), date(cycleStart, range.to()), days);
    }

    private static LocalDate date(LocalDate cycleStart, int day) {
        return cycleStart.plusDays(day - 1L);
    }

    @Override
    public String toString() {
        return "FertileWindow[redacted]";
    }

    /** A day, and the probability that it is fertile. */
    @Confidential
    public record FertileDay(LocalDate date, double probability) {

        @Override
        public String toString() {
            return "FertileDay[redacted]";
        }
    }
}
