package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.UUID;

/**
 * An incident without its timeline.
 *
 * @param version counts its changes, from 1; each has its entry in the timeline
 * @param acknowledgeBy when management is told if nobody has acknowledged it
 * @param escalatedAt when that happened, or {@code null}
 */
@Confidential
public record Incident(
        UUID id,
        long version,
        Instant openedAt,
        Severity severity,
        IncidentState state,
        Instant acknowledgeBy,
        Instant escalatedAt,
        String title,
        String description,
        String owner,
        String openedBy) {

    @Override
    public String toString() {
        return "Incident[redacted]";
    }
}
