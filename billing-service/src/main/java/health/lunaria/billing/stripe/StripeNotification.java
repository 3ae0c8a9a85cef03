package health.lunaria.billing.stripe;

import health.lunaria.billing.entitlement.StoreNotice;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.UUID;

/**
 * A verified notification of Stripe that concerns us.
 *
 * @param id Stripe's name for it
 * @param accountId whom it is about
 */
@Confidential
record StripeNotification(String id, UUID accountId, StoreNotice notice) {

    @Override
    public String toString() {
        return "StripeNotification[redacted]";
    }
}
