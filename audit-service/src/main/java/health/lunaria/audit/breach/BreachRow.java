package health.lunaria.audit.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The breach of an incident, sealed at its version. */
@Entity
@Table(name = "breach")
class BreachRow {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    long version;

    byte[] sealed;

    protected BreachRow() {}

    BreachRow(UUID incidentId) {
        this.incidentId = incidentId;
    }
}
