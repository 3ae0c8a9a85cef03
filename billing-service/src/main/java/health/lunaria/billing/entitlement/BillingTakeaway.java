package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.Takeaway;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import health.lunaria.safeguards.takeaway.TakeawayPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** This service's part of the archive of everything. */
@ApplicationScoped
class BillingTakeaway implements TakeawayPart {

    private final EntitlementService entitlements;

    BillingTakeaway(EntitlementService entitlements) {
        this.entitlements = entitlements;
    }

    @Override
    public Uni<Takeaway> collect(Subject subject, SubjectKey key, Actor actor) {
        return entitlements
                .export(subject, key, actor)
                .map(account -> BillingDocument.of(account, Instant.now()))
                .map(document -> Takeaway.of(List.of(TakeawayFile.json("purchases.json", document))));
    }
}
