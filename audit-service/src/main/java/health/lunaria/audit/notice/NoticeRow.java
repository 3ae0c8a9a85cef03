package health.lunaria.audit.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A notice, sealed at its version. */
@Entity
@Table(name = "notice")
class NoticeRow {

    @Id
    UUID id;

    @Column(name = "incident_id", updatable = false)
    UUID incidentId;

    long version;

    @Enumerated(EnumType.STRING)
    NoticeState state;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    byte[] sealed;

    protected NoticeRow() {}

    NoticeRow(UUID id, UUID incidentId, Instant createdAt) {
        this.id = id;
        this.incidentId = incidentId;
        this.version = 1;
        this.state = NoticeState.DRAFT;
        this.createdAt = createdAt;
    }
}
