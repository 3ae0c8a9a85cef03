package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param owner a staff id; left out for nobody */
@Confidential
record AssignmentRequest(
        @NotNull(message = "missing") Severity severity,
        @Size(min = 1, max = 255, message = "wrong-length") String owner) {

    @Override
    public String toString() {
        return "AssignmentRequest[redacted]";
    }
}
