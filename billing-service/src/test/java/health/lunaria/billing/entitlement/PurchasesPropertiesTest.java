package health.lunaria.billing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Few ids and few seconds, so that notifications about the same thing at the same time are common. */
class PurchasesPropertiesTest {

    private static final Instant EPOCH = Instant.ofEpochSecond(1_790_000_000);

    @Property
    void anyOrderEndsInTheSameState(@ForAll("notices") List<StoreNotice> notices, @ForAll long seed) {
        List<StoreNotice> shuffled = new ArrayList<>(notices);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(after(shuffled)).isEqualTo(after(notices));
    }

    @Property
    void duplicatesChangeNothing(@ForAll("notices") List<StoreNotice> notices, @ForAll long seed) {
        List<StoreNotice> doubled = new ArrayList<>(notices);
        doubled.addAll(notices);
        Collections.shuffle(doubled, new Random(seed));

        assertThat(after(doubled)).isEqualTo(after(notices));
    }

    @Property
    void whatIsKeptIsBounded(@ForAll("manySubscriptions") List<StoreNotice> notices) {
        assertThat(after(notices).subscriptions()).hasSizeLessThanOrEqualTo(Purchases.MAX_SUBSCRIPTIONS);
    }

    @Property
    void aRevocationEndsEverythingThatBeganBefore(@ForAll("notices") List<StoreNotice> notices) {
        Purchases revoked = after(notices).with(new StoreNotice.Revoked(EPOCH.plusSeconds(1_000_000)));

        assertThat(revoked.entitlementAt(EPOCH).stream())
                .allSatisfy(entitlement -> assertThat(entitlement.isActive()).isFalse());
    }

    @Provide
    Arbitrary<List<StoreNotice>> notices() {
        return notice(4).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<StoreNotice>> manySubscriptions() {
        return notice(60).list().ofMinSize(30).ofMaxSize(60);
    }

    /** A subscription's beginning depends on its id alone, as it does with the stores. */
    private static Arbitrary<StoreNotice> notice(int subscriptions) {
        Arbitrary<StoreNotice> changed = Combinators.combine(
                        Arbitraries.integers().between(1, subscriptions),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(SubscriptionState.values()))
                .as(PurchasesPropertiesTest::changed);
        Arbitrary<StoreNotice> revoked = Arbitraries.integers()
                .between(0, 200)
                .map(seconds -> new StoreNotice.Revoked(EPOCH.plusSeconds(seconds)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, changed), net.jqwik.api.Tuple.of(1, revoked));
    }

    private static StoreNotice changed(int subscription, int second, int notice, SubscriptionState state) {
        Instant toldAt = EPOCH.plusSeconds(second);
        // An id of a notification stands for one content.
        String id = "evt_" + subscription + "_" + second + "_" + notice + "_" + state;
        return new StoreNotice.Changed(new Subscription(
                "stripe",
                "sub_" + subscription,
                EPOCH.plusSeconds(subscription / 2),
                toldAt,
                id,
                state,
                toldAt.plusSeconds(3600),
                toldAt.plusSeconds(60)));
    }

    private static Purchases after(List<StoreNotice> notices) {
        Purchases purchases = Purchases.NONE;
        for (StoreNotice notice : notices) {
            purchases = purchases.with(notice);
        }
        return purchases;
    }
}
