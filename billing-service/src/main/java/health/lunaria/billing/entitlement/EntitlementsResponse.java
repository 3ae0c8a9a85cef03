package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the user may use.
 *
 * @param accountId what the app hands to a store as the buyer's id
 */
@Confidential
record EntitlementsResponse(UUID accountId, List<Item> entitlements) {

    static EntitlementsResponse of(BillingAccount account, Instant now) {
        Optional<Entitlement> premium = account.purchases().entitlementAt(now);
        return new EntitlementsResponse(
                account.id(), premium.stream().map(Item::from).toList());
    }

    /** @param until end of the period that was paid for */
    @Confidential
    record Item(String name, boolean active, SubscriptionState state, String store, Instant until) {

        static Item from(Entitlement entitlement) {
            return new Item(
                    Entitlement.PREMIUM,
                    entitlement.isActive(),
                    entitlement.state(),
                    entitlement.store(),
                    entitlement.until());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "EntitlementsResponse[redacted]";
    }
}
