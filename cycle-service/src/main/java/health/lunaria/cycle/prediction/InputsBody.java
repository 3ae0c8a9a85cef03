package health.lunaria.cycle.prediction;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.cycle.mode.Mode;
import health.lunaria.cycle.prediction.PredictionInputs.CompletedCycle;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The inputs of a prediction: as an answer names them, and as they are sent to have it computed again. */
@Confidential
@ConsistentInputs
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PredictionInputs")
public record InputsBody(
        @NotNull(message = "missing") @Size(max = 1600, message = "too-many")
        List<@NotNull(message = "missing") @Valid Item> cycles,

        @NearbyDate LocalDate cycleStart,
        @NotNull(message = "missing") @NearbyDate LocalDate noPeriodThrough,

        @NotNull(message = "missing") @Size(max = 1600, message = "too-many")
        List<@NotNull(message = "missing") @NearbyDate LocalDate> ovulations,

        @NotNull(message = "missing") Mode mode,
        @NearbyDate LocalDate modeSince) {

    static InputsBody from(PredictionInputs inputs) {
        return new InputsBody(
                inputs.cycles().stream().map(Item::from).toList(),
                inputs.cycleStart(),
                inputs.noPeriodThrough(),
                inputs.ovulations(),
                inputs.mode(),
                inputs.modeSince());
    }

    PredictionInputs toInputs() {
        return new PredictionInputs(completed(), cycleStart, noPeriodThrough, ovulations, mode, modeSince);
    }

    List<CompletedCycle> completed() {
        return cycles.stream().map(Item::toCycle).toList();
    }

    @Confidential
    @Schema(name = "CycleInput")
    record Item(
            @NotNull(message = "missing") @NearbyDate LocalDate start,

            @NotNull(message = "missing")
            @Min(value = 1, message = "out-of-range")
            @Max(value = 1000, message = "out-of-range")
            Integer lengthDays) {

        static Item from(CompletedCycle cycle) {
            return new Item(cycle.start(), cycle.lengthDays());
        }

        CompletedCycle toCycle() {
            return new CompletedCycle(start, lengthDays);
        }

        boolean isComplete() {
            return start != null && lengthDays != null && lengthDays >= 1;
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "InputsBody[redacted]";
    }
}
