package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param owner who takes care of it, a staff id; may be left out */
@Confidential
record IncidentRequest(
        @NotNull(message = "missing") Severity severity,

        @NotBlank(message = "missing") @Size(max = 200, message = "too-long")
        String title,

        @Size(max = 10_000, message = "too-long") String description,
        @Size(min = 1, max = 255, message = "wrong-length") String owner) {

    Report toReport(String by) {
        return new Report(severity, title, description, owner, null, by);
    }

    @Override
    public String toString() {
        return "IncidentRequest[redacted]";
    }
}
