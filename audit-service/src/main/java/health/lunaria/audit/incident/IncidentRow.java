package health.lunaria.audit.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An incident; its text is sealed at its version. */
@Entity
@Table(name = "incident")
class IncidentRow {

    @Id
    UUID id;

    long version;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Enumerated(EnumType.STRING)
    Severity severity;

    @Enumerated(EnumType.STRING)
    IncidentState state;

    @Column(name = "acknowledge_by")
    Instant acknowledgeBy;

    @Column(name = "escalated_at")
    Instant escalatedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(updatable = false)
    byte[] fingerprint;

    byte[] sealed;

    protected IncidentRow() {}

    IncidentRow(UUID id, Instant openedAt, Severity severity, Instant acknowledgeBy, byte[] fingerprint) {
        this.id = id;
        this.version = 1;
        this.openedAt = openedAt;
        this.severity = severity;
        this.state = IncidentState.OPEN;
        this.acknowledgeBy = acknowledgeBy;
        this.fingerprint = fingerprint;
    }
}
