package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * What a purchase gives at some moment.
 *
 * @param until end of the period that was paid for
 */
@Confidential
record Entitlement(String store, SubscriptionState state, Instant until) {

    /** What every subscription of ours gives. */
    static final String PREMIUM = "premium";

    boolean isActive() {
        return state.isActive();
    }

    @Override
    public String toString() {
        return "Entitlement[redacted]";
    }
}
