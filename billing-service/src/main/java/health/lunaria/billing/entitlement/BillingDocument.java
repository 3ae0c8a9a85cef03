package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that is kept about what somebody bought, for herself.
 *
 * @param accountId what stores know her by; {@code null} if she never had an account
 * @param revokedAt when money went back last; {@code null} if never
 * @param subscriptions the latest word of a store on each
 */
@Confidential
record BillingDocument(
        UUID accountId,
        Instant revokedAt,
        List<Subscription> subscriptions,
        List<EntitlementsResponse.Item> entitlements) {

    static BillingDocument of(Optional<BillingAccount> account, Instant now) {
        return account.map(found -> new BillingDocument(
                        found.id(),
                        found.purchases().revokedAt(),
                        found.purchases().subscriptions(),
                        EntitlementsResponse.of(found, now).entitlements()))
                .orElse(new BillingDocument(null, null, List.of(), List.of()));
    }

    @Override
    public String toString() {
        return "BillingDocument[redacted]";
    }
}
