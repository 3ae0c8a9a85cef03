package health.lunaria.audit.incident;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * The newest first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
@Confidential
record IncidentsResponse(List<IncidentResponse> incidents, String next) {

    static IncidentsResponse of(List<Incident> incidents, String next) {
        return new IncidentsResponse(
                incidents.stream().map(IncidentResponse::from).toList(), next);
    }

    @Override
    public String toString() {
        return "IncidentsResponse[redacted]";
    }
}
