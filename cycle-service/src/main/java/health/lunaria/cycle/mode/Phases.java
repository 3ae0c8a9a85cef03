package health.lunaria.cycle.mode;

import health.lunaria.cycle.history.Cycle;
import health.lunaria.cycle.history.CycleHistory;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The phases of somebody's life in which predictions differ, as she wrote them down. The component's name stands in stored
 * data: never rename it.
 */
@Confidential
public record Phases(List<Phase> phases) {

    public static final Phases NONE = new Phases(List.of());

    /** What decides where several apply, first things first. */
    private static final List<Mode> PRECEDENCE = List.of(
            Mode.PREGNANCY,
            Mode.HORMONAL_IUD,
            Mode.HORMONAL_IMPLANT,
            Mode.COMBINED_PILL,
            Mode.BREASTFEEDING,
            Mode.PERIMENOPAUSE,
            Mode.ADOLESCENCE);

    /** So many cycles have to come and go after the beginning of breastfeeding before there are predictions again. */
    private static final int CYCLES_AFTER_BIRTH = 2;

    public Phases {
        phases = phases == null ? List.of() : List.copyOf(phases);
    }

    /** The phase that decides on a day; empty if none does. */
    public Optional<Phase> inEffect(LocalDate day, CycleHistory history) {
        return phases.stream()
                .filter(phase -> PRECEDENCE.contains(phase.mode()))
                .filter(phase ->
                        phase.mode() == Mode.BREASTFEEDING ? awaitsCycles(phase, day, history) : phase.contains(day))
                .min(Comparator.<Phase>comparingInt(phase -> PRECEDENCE.indexOf(phase.mode()))
                        .thenComparing(Phase::from, Comparator.reverseOrder()));
    }

    /** Whether something can be learned from a cycle. */
    public boolean keeps(Cycle cycle) {
        return phases.stream().noneMatch(phase -> phase.spoils(cycle));
    }

    /** The first cycles after a birth are unlike those before it, also when breastfeeding ended before they came. */
    private static boolean awaitsCycles(Phase breastfeeding, LocalDate day, CycleHistory history) {
        return !day.isBefore(breastfeeding.from())
                && history.completed().stream()
                                .filter(cycle -> !cycle.start().isBefore(breastfeeding.from()))
                                .limit(CYCLES_AFTER_BIRTH)
                                .count()
                        < CYCLES_AFTER_BIRTH;
    }

    @Override
    public String toString() {
        return "Phases[redacted]";
    }
}
