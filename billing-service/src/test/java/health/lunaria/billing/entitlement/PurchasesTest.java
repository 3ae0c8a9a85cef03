package health.lunaria.billing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchasesTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant PAID_UNTIL = START.plus(Duration.ofDays(30));
    private static final Instant GRACE_UNTIL = START.plus(Duration.ofDays(7));

    @Test
    void nothingBoughtIsNoEntitlement() {
        assertThat(Purchases.NONE.entitlementAt(START)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, 1, PENDING, false",
        "TRIAL, 1, TRIAL, true",
        "ACTIVE, 1, ACTIVE, true",
        "ACTIVE, 40, ACTIVE, true",
        "CANCELLED_RUNNING, 29, CANCELLED_RUNNING, true",
        "CANCELLED_RUNNING, 30, EXPIRED, false",
        "GRACE, 6, GRACE, true",
        "GRACE, 7, HOLD, false",
        "HOLD, 1, HOLD, false",
        "PAUSED, 1, PAUSED, false",
        "EXPIRED, 1, EXPIRED, false",
        "REVOKED, 1, REVOKED, false"
    })
    void aStateGivesAccessOrNot(SubscriptionState told, int days, SubscriptionState then, boolean access) {
        Entitlement entitlement = Purchases.NONE
                .with(subscription("sub_1", START, START, told))
                .entitlementAt(START.plus(Duration.ofDays(days)))
                .orElseThrow();

        assertThat(entitlement.state()).isEqualTo(then);
        assertThat(entitlement.isActive()).isEqualTo(access);
    }

    @Test
    void aSubscriptionBoughtAfterARefundCounts() {
        Purchases purchases = Purchases.NONE
                .with(subscription("sub_1", START, START, SubscriptionState.ACTIVE))
                .with(new StoreNotice.Revoked(START.plusSeconds(10)))
                .with(subscription("sub_2", START.plusSeconds(20), START.plusSeconds(20), SubscriptionState.ACTIVE));

        assertThat(purchases.entitlementAt(START.plusSeconds(30)).orElseThrow().isActive())
                .isTrue();
    }

    @Test
    void anOldNotificationThatComesLateChangesNothing() {
        Purchases purchases = Purchases.NONE
                .with(subscription("sub_1", START, START.plusSeconds(60), SubscriptionState.EXPIRED))
                .with(subscription("sub_1", START, START.plusSeconds(30), SubscriptionState.ACTIVE));

        assertThat(purchases.entitlementAt(START.plusSeconds(90)).orElseThrow().isActive())
                .isFalse();
    }

    @Test
    void nothingOfItIsPrinted() {
        StoreNotice notice = subscription("sub_1", START, START, SubscriptionState.ACTIVE);
        Purchases purchases = Purchases.NONE.with(notice);

        assertThat(notice + " " + purchases + " " + purchases.subscriptions() + " " + purchases.entitlementAt(START))
                .doesNotContain("sub_1", "stripe", "ACTIVE", "2026");
    }

    private static StoreNotice subscription(String id, Instant start, Instant toldAt, SubscriptionState state) {
        return new StoreNotice.Changed(
                new Subscription("stripe", id, start, toldAt, "evt_" + toldAt + state, state, PAID_UNTIL, GRACE_UNTIL));
    }
}
