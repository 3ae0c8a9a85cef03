package health.lunaria.audit.incident;

/** How bad it is. The names stand in stored data: never rename one. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
