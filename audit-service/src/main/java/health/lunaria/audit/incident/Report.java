package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * What opens an incident.
 *
 * @param fingerprint tells one cause from another, so that a cause has one open incident; {@code null} for none
 * @param by a staff id, or the name of the part that raises it, e.g. {@code alertmanager}
 */
@Confidential
public record Report(
        Severity severity, String title, String description, String owner, String fingerprint, String by) {

    @Override
    public String toString() {
        return "Report[redacted]";
    }
}
