package health.lunaria.audit.accessreview;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** @param item the member's id in this review */
@Confidential
record DecisionRequest(
        @NotNull(message = "missing") UUID item,
        @NotNull(message = "missing") Decision decision,
        @NotNull(message = "missing") Reason reason) {

    @Override
    public String toString() {
        return "DecisionRequest[redacted]";
    }
}
