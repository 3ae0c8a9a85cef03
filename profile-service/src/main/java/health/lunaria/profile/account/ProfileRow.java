package health.lunaria.profile.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One sealed profile. */
@Entity
@Table(name = "profile")
class ProfileRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    /** From 1, counted up by each change. */
    long version;

    byte[] sealed;

    protected ProfileRow() {}
}
