package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.UUID;

/**
 * One person as the stores know her.
 *
 * @param id given to stores and to nobody else: it is random and says nothing about her
 * @param owner her, because a store's notification comes without a token and still stands in her access log
 */
@Confidential
record BillingAccount(UUID id, String owner, Purchases purchases) {

    static BillingAccount newOf(Subject owner) {
        return new BillingAccount(UUID.randomUUID(), owner.id(), Purchases.NONE);
    }

    Subject subject() {
        return new Subject(owner);
    }

    boolean hasPremiumAt(Instant now) {
        return purchases.entitlementAt(now).map(Entitlement::isActive).orElse(false);
    }

    BillingAccount with(StoreNotice notice) {
        return new BillingAccount(id, owner, purchases.with(notice));
    }

    @Override
    public String toString() {
        return "BillingAccount[redacted]";
    }
}
