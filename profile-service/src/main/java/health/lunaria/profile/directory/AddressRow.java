package health.lunaria.profile.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That somebody gave an address, by a MAC of it, with a sealed {@link Addressee}. */
@Entity
@Table(name = "profile_address")
class AddressRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(name = "email_mac", updatable = false)
    byte[] emailMac;

    @Column(updatable = false)
    byte[] sealed;

    protected AddressRow() {}

    AddressRow(UUID id, byte[] subjectRef, byte[] emailMac, byte[] sealed) {
        this.id = id;
        this.subjectRef = subjectRef;
        this.emailMac = emailMac;
        this.sealed = sealed;
    }
}
