package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.UUID;

/**
 * When what was done about an incident, without what anybody wrote.
 *
 * @param isAlert whether a part of the suite or an alert raised it, and not a person
 * @param owner a staff id; {@code null} if nobody owns it
 * @param acknowledgedAt {@code null} if nobody did
 */
@Confidential
public record PastIncident(
        UUID id,
        Severity severity,
        boolean isAlert,
        String owner,
        Instant openedAt,
        Instant acknowledgedAt,
        Instant escalatedAt,
        Instant closedAt) {

    @Override
    public String toString() {
        return "PastIncident[redacted]";
    }
}
