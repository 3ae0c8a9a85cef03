package health.lunaria.cycle.sign;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cycles of a history with their days and signs, oldest first. */
@Confidential
public record SignHistory(List<ObservedCycle> cycles) {

    public SignHistory {
        cycles = List.copyOf(cycles);
    }

    /** @param days all logged days, by date */
    public static SignHistory of(CycleHistory history, List<Day> days) {
        return of(history.cycles(), days);
    }

    /**
     * @param all cycles of a history, oldest first; others between them may have been left out
     * @param days all logged days, by date
     */
    public static SignHistory of(List<Cycle> all, List<Day> days) {
        List<ObservedCycle> cycles = new ArrayList<>(all.size());
        int next = 0;
        for (Cycle cycle : all) {
            while (next < days.size() && days.get(next).date().isBefore(cycle.start())) {
                next++;
            }
            int first = next;
            while (next < days.size() && cycle.contains(days.get(next).date())) {
                next++;
            }
            List<Day> own = days.subList(first, next);
            cycles.add(new ObservedCycle(cycle, own, CycleSigns.of(own)));
        }
        return new SignHistory(cycles);
    }

    /** The days of the ovulations that signs confirmed and date. */
    public List<LocalDate> ovulations() {
        return cycles.stream()
                .map(cycle -> cycle.signs().ovulation())
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is known of the cycles before one of these. */
    public EarlierCycles before(int index) {
        List<ObservedCycle> earlier = cycles.subList(0, index);
        if (earlier.isEmpty()) {
            return EarlierCycles.NONE;
        }
        return new EarlierCycles(
                earlier.stream().map(observed -> observed.cycle().lengthDays()).toList(),
                earlier.stream()
                        .filter(ObservedCycle::hasRise)
                        .map(ObservedCycle::firstHigherDay)
                        .toList(),
                earlier.get(index - 1).hasRise());
    }

    @Override
    public String toString() {
        return "SignHistory[redacted]";
    }

    /** @param days the logged days of the cycle, by date */
    @Confidential
    public record ObservedCycle(Cycle cycle, List<Day> days, CycleSigns signs) {

        public ObservedCycle {
            days = List.copyOf(days);
        }

        private boolean hasRise() {
            return signs.rise() != null;
        }

        private int firstHigherDay() {
            return Math.toIntExact(
                            ChronoUnit.DAYS.between(cycle.start(), signs.rise().firstHigher()))
                    + 1;
        }

        @Override
        public String toString() {
            return "ObservedCycle[redacted]";
        }
    }
}
