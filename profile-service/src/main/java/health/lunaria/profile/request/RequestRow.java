package health.lunaria.profile.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One sealed {@link DataRequest}. */
@Entity
@Table(name = "data_request")
class RequestRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    /** Of the {@link IdempotencyKey}. */
    @Column(updatable = false)
    byte[] locator;

    @Column(name = "received_at", updatable = false)
    Instant receivedAt;

    long version;

    byte[] sealed;

    protected RequestRow() {}

    RequestRow(UUID id, byte[] subjectRef, byte[] locator, Instant receivedAt) {
        this.id = id;
        this.subjectRef = subjectRef;
        this.locator = locator;
        this.receivedAt = receivedAt;
    }
}
