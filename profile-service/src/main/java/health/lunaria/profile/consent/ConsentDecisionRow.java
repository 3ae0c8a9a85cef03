package health.lunaria.profile.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One sealed {@link Decision}; written once. */
@Entity
@Table(name = "consent_decision")
class ConsentDecisionRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(updatable = false)
    long revision;

    @Column(updatable = false)
    byte[] sealed;

    protected ConsentDecisionRow() {}

    ConsentDecisionRow(byte[] subjectRef, long revision, byte[] sealed) {
        this.id = UUID.randomUUID();
        this.subjectRef = subjectRef;
        this.revision = revision;
        this.sealed = sealed;
    }
}
