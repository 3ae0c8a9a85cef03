package health.lunaria.audit.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An entry of a timeline, for one version of its incident. */
@Entity
@Table(name = "incident_entry")
class EntryRow {

    @Id
    UUID id;

    @Column(name = "incident_id", updatable = false)
    UUID incidentId;

    @Column(updatable = false)
    long version;

    @Column(updatable = false)
    byte[] sealed;

    protected EntryRow() {}

    EntryRow(UUID id, UUID incidentId, long version, byte[] sealed) {
        this.id = id;
        this.incidentId = incidentId;
        this.version = version;
        this.sealed = sealed;
    }
}
