package health.lunaria.cycle.mode;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A time in which a mode applies.
 *
 * @param from first day
 * @param to last day, not before the first; null while it goes on
 */
@Confidential
public record Phase(Mode mode, LocalDate from, LocalDate to) {

    private static final int YEARS_OF_ADOLESCENCE = 3;

    public Phase {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a phase ends on or after the day on which it begins");
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last());
    }

    boolean overlaps(Phase other) {
        return contains(other.from) || other.contains(from);
    }

    /**
     * Whether the phase makes it impossible to learn from the cycle: bleeding under hormones follows their schedule, and an
     * interval with a pregnancy or the beginning of breastfeeding in it is no cycle.
     */
    boolean spoils(Cycle cycle) {
        return mode.isSuppressing() && (contains(cycle.start()) || cycle.contains(from))
                || mode == Mode.BREASTFEEDING
                        && cycle.contains(from)
                        && !cycle.start().equals(from);
    }

    private LocalDate last() {
        LocalDate last = to == null ? LocalDate.MAX : to;
        LocalDate grownUp = from.plusYears(YEARS_OF_ADOLESCENCE).minusDays(1);
        return mode == Mode.ADOLESCENCE && grownUp.isBefore(last) ? grownUp : last;
    }

    @Override
    public String toString() {
        return "Phase[redacted]";
    }
}
