package health.lunaria.cycle.history;

import health.lunaria.cycle.correction.CorrectionKind;
import health.lunaria.cycle.correction.Corrections;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * A person's cycles, oldest first and without gaps: all are completed but the last one, which is running.
 *
 * <p><strong>What begins a period.</strong> Day 1 is the first day of bleeding that is more than spotting, as in
 * Natural Cycles. Spotting neither begins a period, nor prolongs it, nor counts to its days: the definitions of FIGO
 * and WHO disagree about spotting before a period and leave open what spotting after it is (Boutot, Whitcomb and
 * Bertone-Johnson, "Is This My Period? Defining Menses in Epidemiological Research", Society for Epidemiologic
 * Research).
 *
 * <p><strong>What separates two periods.</strong> A normal period lasts up to 8 days and a normal cycle at least 24
 * (FIGO System 1, 2018 revision: Munro, Critchley and Fraser, doi:10.1002/ijgo.12666). Bleeding up to 7 days after the
 * previous bleeding day therefore fits into one period, even if nothing was logged in between, and is taken to belong
 * to it; normal periods lie further apart. A narrower rule, such as the gap of one day in drip, finds two cycles where
 * somebody logged only the first and the last day of a period. Where this rule errs it merges cycles, which is the
 * cheaper error: the prediction knows lengths that hold several cycles, but has no explanation for a cycle that never
 * was.
 */
@Confidential
public record CycleHistory(List<Cycle> cycles) {

    /** Bleeding at most this many days after the previous bleeding day belongs to the same period. */
    public static final int SAME_PERIOD_WITHIN_DAYS = Episode.SAME_EPISODE_WITHIN_DAYS;

    public CycleHistory {
        cycles = List.copyOf(cycles);
        for (int i = 0; i < cycles.size(); i++) {
            boolean last = i == cycles.size() - 1;
            if (cycles.get(i).isRunning() != last) {
                throw new IllegalArgumentException("the last cycle, and only the last, is running");
            }
            if (!last
                    && !cycles.get(i).end().plusDays(1).equals(cycles.get(i + 1).start())) {
                throw new IllegalArgumentException("each cycle begins on the day after the one before it");
            }
        }
    }

    /**
     * Derives the cycles from the days on which there was bleeding.
     *
     * @param bleedingDays days of light, medium or heavy flow, without spotting, in any order
     */
    public static CycleHistory derive(Collection<LocalDate> bleedingDays) {
        return derive(bleedingDays, Corrections.NONE);
    }

    /**
     * Derives the cycles from the days on which there was bleeding and from what she says about it: {@link CorrectionKind}
     * tells what each correction does. An excluded cycle keeps its place, so that those beside it are as long as before.
     */
    public static CycleHistory derive(Collection<LocalDate> bleedingDays, Corrections corrections) {
        return derive(Bleeding.of(bleedingDays, corrections), corrections);
    }

    static CycleHistory derive(Bleeding bleeding, Corrections corrections) {
        List<Episode> periods = bleeding.periods();
        NavigableSet<LocalDate> exclusions = corrections.dates(CorrectionKind.EXCLUDED_CYCLE);
        List<Cycle> cycles = new ArrayList<>(periods.size());
        for (int i = 0; i < periods.size(); i++) {
            Episode period = periods.get(i);
            Cycle cycle = i + 1 < periods.size()
                    ? Cycle.completed(period.first(), periods.get(i + 1).first(), period.days())
                    : Cycle.running(period.first(), period.days());
            LocalDate exclusion = exclusions.ceiling(cycle.start());
            cycles.add(exclusion != null && cycle.contains(exclusion) ? cycle.asExcluded() : cycle);
        }
        return new CycleHistory(cycles);
    }

    /** The running cycle; empty when no period was ever logged. */
    public Optional<Cycle> running() {
        return cycles.isEmpty() ? Optional.empty() : Optional.of(cycles.get(cycles.size() - 1));
    }

    /** The completed cycles, oldest first. */
    public List<Cycle> completed() {
        return cycles.isEmpty() ? cycles : cycles.subList(0, cycles.size() - 1);
    }

    /** The completed cycles that are not excluded, oldest first: those that say something about the next ones. */
    public List<Cycle> counted() {
        return completed().stream().filter(cycle -> !cycle.excluded()).toList();
    }

    @Override
    public String toString() {
        return "CycleHistory[redacted]";
    }
}
