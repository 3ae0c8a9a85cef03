package health.lunaria.cycle.correction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One subject's sealed {@link Corrections}. */
@Entity
@Table(name = "correction_list")
class CorrectionListRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    /** From 1, counted up by each change. */
    long version;

    byte[] sealed;

    protected CorrectionListRow() {}
}
