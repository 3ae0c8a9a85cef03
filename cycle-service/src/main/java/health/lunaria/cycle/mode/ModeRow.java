package health.lunaria.cycle.mode;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The sealed phases of one subject. */
@Entity
@Table(name = "cycle_mode")
class ModeRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    /** From 1, counted up by each change. */
    long version;

    byte[] sealed;

    protected ModeRow() {}
}
