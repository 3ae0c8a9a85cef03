package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the stores told of one person's purchases. Taking a notification in is commutative, associative and
 * idempotent: duplicates and any order end in the same state.
 *
 * @param subscriptions the latest word on each, at most {@value #MAX_SUBSCRIPTIONS}, those that began last
 * @param revokedAt when money went back last; {@code null} if never
 */
@Confidential
record Purchases(List<Subscription> subscriptions, Instant revokedAt) {

    static final Purchases NONE = new Purchases(List.of(), null);
    static final int MAX_SUBSCRIPTIONS = 20;

    /** A fixed order of subscriptions: none of these values changes in the life of one. */
    private static final Comparator<Subscription> BEGAN_LAST_FIRST = Comparator.comparing(Subscription::startedAt)
            .thenComparing(Subscription::store)
            .thenComparing(Subscription::id)
            .reversed();

    /** What grants most comes last: access first, then the longest. */
    private static final Comparator<Entitlement> BEST_LAST = Comparator.comparing(Entitlement::isActive)
            .thenComparing(Entitlement::until)
            .thenComparing(Entitlement::state);

    Purchases {
        subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
    }

    Purchases with(StoreNotice notice) {
        if (notice instanceof StoreNotice.Changed changed) {
            return new Purchases(merge(changed.subscription()), revokedAt);
        }
        Instant at = ((StoreNotice.Revoked) notice).at();
        return new Purchases(subscriptions, revokedAt == null || at.isAfter(revokedAt) ? at : revokedAt);
    }

    /** The best of what was bought; empty if nothing ever was. */
    Optional<Entitlement> entitlementAt(Instant now) {
        return subscriptions.stream()
                .map(subscription ->
                        new Entitlement(subscription.store(), stateAt(subscription, now), subscription.paidUntil()))
                .max(BEST_LAST);
    }

    private SubscriptionState stateAt(Subscription subscription, Instant now) {
        boolean revoked = revokedAt != null && !subscription.startedAt().isAfter(revokedAt);
        return revoked ? SubscriptionState.REVOKED : subscription.stateAt(now);
    }

    private List<Subscription> merge(Subscription told) {
        Subscription latest = subscriptions.stream()
                .filter(told::isSameAs)
                .filter(known -> Subscription.LATEST_LAST.compare(known, told) > 0)
                .findAny()
                .orElse(told);
        List<Subscription> merged = new ArrayList<>(subscriptions);
        merged.removeIf(told::isSameAs);
        merged.add(latest);
        merged.sort(BEGAN_LAST_FIRST);
        return merged.subList(0, Math.min(merged.size(), MAX_SUBSCRIPTIONS));
    }

    @Override
    public String toString() {
        return "Purchases[redacted]";
    }
}
