package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/** What a store's notification says, in the terms of every store. */
public sealed interface StoreNotice {

    /** A subscription is at something. */
    @Confidential
    record Changed(Subscription subscription) implements StoreNotice {

        @Override
        public String toString() {
            return "Changed[redacted]";
        }
    }

    /** Money went back: what was bought before ends at once. */
    record Revoked(Instant at) implements StoreNotice {}
}
