package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Comparator;

/**
 * One subscription as a notification of a store told of it.
 *
 * @param store e.g. {@code stripe}
 * @param id the store's name for the subscription
 * @param startedAt when it began; the same in every notification about it
 * @param toldAt when the store wrote the notification, which may be cut to the second
 * @param notice the store's name for the notification
 * @param paidUntil end of the running period
 * @param graceUntil to when a failed payment is borne
 */
@Confidential
public record Subscription(
        String store,
        String id,
        Instant startedAt,
        Instant toldAt,
        String notice,
        SubscriptionState state,
        Instant paidUntil,
        Instant graceUntil) {

    /** A total order: among notifications of the same second the one that goes further counts, whichever came first. */
    static final Comparator<Subscription> LATEST_LAST = Comparator.comparing(Subscription::toldAt)
            .thenComparing(Subscription::state)
            .thenComparing(Subscription::notice);

    boolean isSameAs(Subscription other) {
        return store.equals(other.store) && id.equals(other.id);
    }

    /** What it is at now: a running-out or borne one ends by the clock, without a notification. */
    SubscriptionState stateAt(Instant now) {
        return switch (state) {
            case CANCELLED_RUNNING -> now.isBefore(paidUntil) ? state : SubscriptionState.EXPIRED;
            case GRACE -> now.isBefore(graceUntil) ? state : SubscriptionState.HOLD;
            default -> state;
        };
    }

    @Override
    public String toString() {
        return "Subscription[redacted]";
    }
}
