package health.lunaria.billing.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.MetadataStore;
import com.stripe.model.StripeObject;
import com.stripe.model.SubscriptionItem;
import health.lunaria.billing.entitlement.StoreNotice;
import health.lunaria.billing.entitlement.Subscription;
import health.lunaria.billing.entitlement.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tells Stripe's terms in ours. Source: Stripe's API reference (objects Subscription, Charge and Dispute).
 *
 * <p>Policy: a payment that failed is borne for {@link #GRACE} from the beginning of the unpaid period. A status that we
 * do not know gives no access.
 */
final class StripeMapping {

    static final String STORE = "stripe";
    static final Duration GRACE = Duration.ofDays(7);

    /** Where the app's checkout puts our account id. */
    static final String ACCOUNT_ID = "account_id";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private StripeMapping() {}

    /** Empty if it is about something else, or about nobody's account. */
    static Optional<StripeNotification> map(Event event, StripeObject object) {
        return notice(event, object)
                .flatMap(notice ->
                        accountId(object).map(accountId -> new StripeNotification(event.getId(), accountId, notice)));
    }

    private static Optional<StoreNotice> notice(Event event, StripeObject object) {
        Instant toldAt = Instant.ofEpochSecond(event.getCreated());
        if (object instanceof com.stripe.model.Subscription subscription) {
            return Optional.of(new StoreNotice.Changed(subscription(event, toldAt, subscription)));
        }
        if (object instanceof Charge charge && Boolean.TRUE.equals(charge.getRefunded())) {
            return Optional.of(new StoreNotice.Revoked(toldAt));
        }
        if (object instanceof Dispute dispute && "lost".equals(dispute.getStatus())) {
            return Optional.of(new StoreNotice.Revoked(toldAt));
        }
        return Optional.empty();
    }

    private static Subscription subscription(Event event, Instant toldAt, com.stripe.model.Subscription subscription) {
        Instant startedAt = Instant.ofEpochSecond(subscription.getCreated());
        Instant periodStart = period(subscription, SubscriptionItem::getCurrentPeriodStart, Math::max, startedAt);
        return new Subscription(
                STORE,
                subscription.getId(),
                startedAt,
                toldAt,
                event.getId(),
                state(subscription),
                period(subscription, SubscriptionItem::getCurrentPeriodEnd, Math::max, startedAt),
                periodStart.plus(GRACE));
    }

    private static SubscriptionState state(com.stripe.model.Subscription subscription) {
        String status = subscription.getStatus() == null ? "" : subscription.getStatus();
        return switch (status) {
            case "incomplete" -> SubscriptionState.PENDING;
            case "trialing" -> running(subscription, SubscriptionState.TRIAL);
            case "active" -> running(subscription, SubscriptionState.ACTIVE);
            case "past_due" -> SubscriptionState.GRACE;
            case "paused" -> SubscriptionState.PAUSED;
            case "canceled", "incomplete_expired" -> SubscriptionState.EXPIRED;
            default -> SubscriptionState.HOLD;
        };
    }

    private static SubscriptionState running(com.stripe.model.Subscription subscription, SubscriptionState otherwise) {
        if (subscription.getPauseCollection() != null) {
            return SubscriptionState.PAUSED;
        }
        return Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd())
                ? SubscriptionState.CANCELLED_RUNNING
                : otherwise;
    }

    /** A period belongs to the subscription's items; ours has one. */
    private static Instant period(
            com.stripe.model.Subscription subscription,
            Function<SubscriptionItem, Long> seconds,
            BinaryOperator<Long> choice,
            Instant none) {
        List<SubscriptionItem> items =
                subscription.getItems() == null || subscription.getItems().getData() == null
                        ? List.of()
                        : subscription.getItems().getData();
        return items.stream()
                .map(seconds)
                .filter(second -> second != null)
                .reduce(choice)
                .map(Instant::ofEpochSecond)
                .orElse(none);
    }

    private static Optional<UUID> accountId(StripeObject object) {
        return object instanceof MetadataStore<?> store && store.getMetadata() != null
                ? Optional.ofNullable(store.getMetadata().get(ACCOUNT_ID))
                        .filter(id -> UUID_FORM.matcher(id).matches())
                        .map(UUID::fromString)
                : Optional.empty();
    }
}
