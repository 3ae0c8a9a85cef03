package health.lunaria.billing.entitlement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One subject's sealed {@link BillingAccount}. */
@Entity
@Table(name = "billing_account")
class BillingAccountRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(name = "account_ref", updatable = false)
    byte[] accountRef;

    long revision;

    byte[] sealed;

    protected BillingAccountRow() {}

    BillingAccountRow(byte[] subjectRef, byte[] accountRef) {
        this.id = UUID.randomUUID();
        this.subjectRef = subjectRef;
        this.accountRef = accountRef;
    }
}
