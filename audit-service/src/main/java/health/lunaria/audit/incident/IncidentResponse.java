package health.lunaria.audit.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** @param timeline in the order in which it came; left out in lists and after changes */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentResponse(
        UUID id,
        Severity severity,
        IncidentState state,
        Instant openedAt,
        Instant acknowledgeBy,
        Instant escalatedAt,
        String title,
        String description,
        String owner,
        String openedBy,
        List<Entry> timeline) {

    static IncidentResponse from(Incident incident) {
        return from(incident, null);
    }

    static IncidentResponse from(Incident incident, List<Entry> timeline) {
        return new IncidentResponse(
                incident.id(),
                incident.severity(),
                incident.state(),
                incident.openedAt(),
                incident.acknowledgeBy(),
                incident.escalatedAt(),
                incident.title(),
                incident.description(),
                incident.owner(),
                incident.openedBy(),
                timeline);
    }

    @Override
    public String toString() {
        return "IncidentResponse[redacted]";
    }
}
