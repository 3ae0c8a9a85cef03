package health.lunaria.profile.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One sealed {@link Receipt}: its statement, until the signed form takes its place. */
@Entity
@Table(name = "consent_receipt")
class ReceiptRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(updatable = false)
    long revision;

    byte[] statement;

    byte[] signed;

    int attempts;

    @Column(name = "next_at")
    Instant nextAt;

    protected ReceiptRow() {}

    ReceiptRow(UUID id, byte[] subjectRef, long revision) {
        this.id = id;
        this.subjectRef = subjectRef;
        this.revision = revision;
    }
}
