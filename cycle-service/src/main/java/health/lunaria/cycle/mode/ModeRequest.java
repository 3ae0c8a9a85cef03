package health.lunaria.cycle.mode;

import health.lunaria.cycle.day.LoggableDate;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All phases: what is left out is not known afterwards. */
@Confidential
record ModeRequest(
        @NotNull(message = "missing") @Size(max = 100, message = "too-many") @PossiblePhases
        List<@NotNull(message = "missing") @Valid Item> phases) {

    Phases toPhases() {
        return new Phases(phases.stream()
                .map(Item::toPhase)
                .sorted(Comparator.comparing(Phase::from).thenComparing(Phase::mode))
                .toList());
    }

    /** A phase; {@code to} is its last day, and left out while it goes on. */
    @Confidential
    @Schema(name = "PhaseRequest")
    record Item(
            @NotNull(message = "missing") Mode mode,
            @NotNull(message = "missing") @LoggableDate LocalDate from,
            LocalDate to) {

        Phase toPhase() {
            return new Phase(mode, from, to);
        }

        /** Whether it can be made into a phase. */
        boolean isPossible() {
            return to == null || !to.isBefore(from) && to.isBefore(from.plusYears(100));
        }

        boolean isComplete() {
            return mode != null && from != null;
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ModeRequest[redacted]";
    }
}
