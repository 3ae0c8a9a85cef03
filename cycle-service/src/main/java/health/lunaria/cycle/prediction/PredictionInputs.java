package health.lunaria.cycle.prediction;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.cycle.mode.Mode;
import health.lunaria.cycle.mode.Phase;
import health.lunaria.cycle.mode.Phases;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that a prediction is computed from, and nothing else: the same inputs give the same answer by the same model,
 * at any time.
 *
 * @param cycles completed cycles that can be learned from, oldest first; there may be gaps between them
 * @param cycleStart first day of the running cycle; null if no period was logged, or none since a time that suppressed them
 * @param noPeriodThrough the last day known to have brought no new period: nothing is predicted for it or before
 * @param ovulations days of confirmed ovulations in these cycles and the running one, each once, by date
 * @param mode the mode that decides on the day after {@code noPeriodThrough}
 * @param modeSince first day of its phase; null with {@link Mode#NONE}
 */
@Confidential
public record PredictionInputs(
        List<CompletedCycle> cycles,
        LocalDate cycleStart,
        LocalDate noPeriodThrough,
        List<LocalDate> ovulations,
        Mode mode,
        LocalDate modeSince) {

    /** So many of the last cycles are handed to a model. */
    public static final int CYCLES_AT_MOST = CycleLengthModel.LENGTHS_USED;

    public PredictionInputs {
        cycles = List.copyOf(cycles);
        ovulations = ovulations.stream().distinct().sorted().toList();
        if (!areConsistent(cycles, cycleStart, mode, modeSince)) {
            throw new IllegalArgumentException("cycles follow one another, and a mode has a beginning");
        }
    }

    /**
     * Takes from a history what can be learned from: no cycles of more than {@value CycleLengthModel#LENGTH_CAP} days, and none
     * that a phase spoils or she excluded.
     *
     * @param ovulationsIn the days of the ovulations that were observed in the cycles that it is given
     */
    public static PredictionInputs of(
            CycleHistory history,
            Function<List<Cycle>, List<LocalDate>> ovulationsIn,
            Phases phases,
            LocalDate noPeriodThrough) {
        List<Cycle> kept = history.counted().stream()
                .filter(cycle -> cycle.lengthDays() <= CycleLengthModel.LENGTH_CAP && phases.keeps(cycle))
                .toList();
        List<Cycle> last = kept.subList(Math.max(0, kept.size() - CYCLES_AT_MOST), kept.size());
        Optional<Cycle> running = history.running().filter(phases::keeps);
        Optional<Phase> phase = phases.inEffect(noPeriodThrough.plusDays(1), history);
        return new PredictionInputs(
                last.stream().map(CompletedCycle::of).toList(),
                running.map(Cycle::start).orElse(null),
                noPeriodThrough,
                ovulationsIn.apply(
                        Stream.concat(last.stream(), running.stream()).toList()),
                phase.map(Phase::mode).orElse(Mode.NONE),
                phase.map(Phase::from).orElse(null));
    }

    /** Whether the cycles follow one another and the mode has a beginning if and only if it is one. */
    static boolean areConsistent(List<CompletedCycle> cycles, LocalDate cycleStart, Mode mode, LocalDate modeSince) {
        for (int i = 0; i < cycles.size(); i++) {
            LocalDate next = i + 1 < cycles.size() ? cycles.get(i + 1).start() : cycleStart;
            if (next != null && cycles.get(i).nextStart().isAfter(next)) {
                return false;
            }
        }
        return (mode == Mode.NONE) == (modeSince == null);
    }

    /** The completed cycles for a model. How long their periods were is not part of a prediction; a day stands for it. */
    List<Cycle> completed() {
        return cycles.stream()
                .map(cycle -> Cycle.completed(cycle.start(), cycle.nextStart(), 1))
                .toList();
    }

    /** The running cycle for a model. */
    Optional<Cycle> running() {
        return Optional.ofNullable(cycleStart).map(start -> Cycle.running(start, 1));
    }

    /**
     * @param start first day
     * @param lengthDays at least 1
     */
    @Confidential
    public record CompletedCycle(LocalDate start, int lengthDays) {

        public CompletedCycle {
            if (lengthDays < 1) {
                throw new IllegalArgumentException("a cycle lasts at least one day");
            }
        }

        static CompletedCycle of(Cycle cycle) {
            return new CompletedCycle(cycle.start(), cycle.lengthDays());
        }

        LocalDate nextStart() {
            return start.plusDays(lengthDays);
        }

        @Override
        public String toString() {
            return "CompletedCycle[redacted]";
        }
    }

    @Override
    public String toString() {
        return "PredictionInputs[redacted]";
    }
}
