package health.lunaria.audit.incident;

/** The names stand in stored data: never rename one. */
public enum IncidentState {
    OPEN,
    ACKNOWLEDGED,
    CLOSED
}
