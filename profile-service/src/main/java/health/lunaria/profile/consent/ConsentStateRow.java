package health.lunaria.profile.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One subject's sealed {@link ConsentState}. */
@Entity
@Table(name = "consent_state")
class ConsentStateRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    long revision;

    byte[] sealed;

    protected ConsentStateRow() {}

    ConsentStateRow(byte[] subjectRef) {
        this.id = UUID.randomUUID();
        this.subjectRef = subjectRef;
    }
}
