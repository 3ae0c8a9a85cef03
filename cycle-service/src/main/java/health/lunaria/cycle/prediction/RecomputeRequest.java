package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Which version is to answer, and the inputs that an answer named. */
@Confidential
record RecomputeRequest(
        @NotNull(message = "missing") PredictionModel model,
        @NotNull(message = "missing") @Valid InputsBody inputs) {

    @Override
    public String toString() {
        return "RecomputeRequest[redacted]";
    }
}
