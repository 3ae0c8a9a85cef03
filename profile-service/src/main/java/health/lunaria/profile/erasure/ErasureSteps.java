package health.lunaria.profile.erasure;

import health.lunaria.profile.provider.IdentityProvider;
import health.lunaria.safeguards.erasure.Erased;
import health.lunaria.safeguards.erasure.Remark;
import health.lunaria.safeguards.erasure.SubjectErasure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Does the steps of an erasure. Each may be repeated after any crash. */
@ApplicationScoped
class ErasureSteps {

    private final IdentityProvider accounts;
    private final BillingErasureClient billing;
    private final CycleErasureClient cycle;
    private final AuditErasureClient audit;
    private final SubjectErasure profile;
    private final ErasureSaga saga;
    private final ErasureReceipts receipts;

    ErasureSteps(
            IdentityProvider accounts,
            @RestClient BillingErasureClient billing,
            @RestClient CycleErasureClient cycle,
            @RestClient AuditErasureClient audit,
            SubjectErasure profile,
            ErasureSaga saga,
            ErasureReceipts receipts) {
        this.accounts = accounts;
        this.billing = billing;
        this.cycle = cycle;
        this.audit = audit;
        this.profile = profile;
        this.saga = saga;
        this.receipts = receipts;
    }

    /** @return completes when the step is done and remembered as done */
    Uni<Void> run(DueErasure due) {
        return switch (due.step()) {
            case CLOSE_ACCOUNT -> accounts.close(due.subject()).chain(() -> saga.complete(due, List.of()));
            case BILLING -> erase(due, billing);
            case CYCLE -> erase(due, cycle);
            case AUDIT -> erase(due, audit);
            case PROFILE -> profile.erase(due.id(), due.subject()).chain(erased -> complete(due, erased));
            case DELETE_ACCOUNT -> accounts.delete(due.subject()).chain(() -> saga.complete(due, List.of()));
            case RECEIPT -> receipts.make(due);
        };
    }

    private Uni<Void> erase(DueErasure due, ErasureClient service) {
        return service.erase(new ErasureClient.Whom(due.id(), due.subject().id()))
                .chain(erased -> complete(due, erased));
    }

    /** An answer that does not say that it is done is none. */
    private Uni<Void> complete(DueErasure due, Erased erased) {
        if (erased == null || erased.at() == null) {
            return Uni.createFrom().failure(new IllegalStateException("A service did not say that it has erased"));
        }
        List<Remark> remarks = erased.remarks();
        return saga.complete(due, remarks);
    }
}
