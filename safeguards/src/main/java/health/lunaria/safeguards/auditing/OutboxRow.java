package health.lunaria.safeguards.auditing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An event on its way to audit-service. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    UUID id;

    byte[] sealed;

    protected OutboxRow() {}

    OutboxRow(UUID id, byte[] sealed) {
        this.id = id;
        this.sealed = sealed;
    }
}
