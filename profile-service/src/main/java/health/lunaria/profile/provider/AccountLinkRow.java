package health.lunaria.profile.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A sealed {@link AccountLink}. */
@Entity
@Table(name = "account_link")
class AccountLinkRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(updatable = false)
    byte[] sealed;

    protected AccountLinkRow() {}
}
