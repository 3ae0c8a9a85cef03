package health.lunaria.cycle.correction;

import health.lunaria.cycle.day.LoggableDate;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All corrections: what is left out is not corrected afterwards. */
@Confidential
record CorrectionsRequest(
        @NotNull(message = "missing") @Size(max = 500, message = "too-many") @NotContradictory
        List<@NotNull(message = "missing") @Valid Item> corrections) {

    Corrections toCorrections() {
        return new Corrections(corrections.stream().map(Item::toCorrection).toList());
    }

    @Confidential
    @ReasonOfExclusion
    @Schema(name = "Correction")
    record Item(
            @NotNull(message = "missing") @LoggableDate LocalDate date,
            @NotNull(message = "missing") CorrectionKind kind,

            @Schema(description = "Needed for an excluded-cycle, and only there")
            ExclusionReason reason) {

        Correction toCorrection() {
            return new Correction(date, kind, reason);
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "CorrectionsRequest[redacted]";
    }
}
