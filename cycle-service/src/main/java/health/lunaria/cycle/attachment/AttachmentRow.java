package health.lunaria.cycle.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One attachment of one subject; its content is a stored file of the same id. */
@Entity
@Table(name = "attachment")
class AttachmentRow {

    @Id
    String id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    /** Of the month. */
    @Column(updatable = false)
    byte[] locator;

    /** The subject's revision at which this was written. */
    long revision;

    byte[] sealed;

    protected AttachmentRow() {}

    AttachmentRow(String id, byte[] subjectRef, byte[] locator, long revision, byte[] sealed) {
        this.id = id;
        this.subjectRef = subjectRef;
        this.locator = locator;
        this.revision = revision;
        this.sealed = sealed;
    }
}
