package health.lunaria.billing.erasure;

import health.lunaria.billing.entitlement.EntitlementService;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.erasure.Remark;
import health.lunaria.safeguards.erasure.SubjectData;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** No record is kept for the tax: the stores sell, and write the invoices. */
@ApplicationScoped
class BillingSubjectData implements SubjectData {

    private final Pseudonyms pseudonyms;
    private final SubjectKeys keys;
    private final EntitlementService entitlements;

    BillingSubjectData(Pseudonyms pseudonyms, SubjectKeys keys, EntitlementService entitlements) {
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.entitlements = entitlements;
    }

    @Override
    public List<String> tables() {
        return List.of("billing_account", "store_notice", "revision");
    }

    /** An entitlement outlives its subscription only for a while, so a running one may still be paid for. */
    @Override
    public Uni<List<Remark>> remarks(Subject subject) {
        return keys.usingExisting(pseudonyms.of(subject), key -> entitlements.wasRunning(subject, key, Instant.now()))
                .map(found -> found.flatMap(state -> state)
                        .map(BillingSubjectData::remarks)
                        .orElse(List.of()));
    }

    private static List<Remark> remarks(boolean running) {
        List<Remark> remarks = new ArrayList<>(List.of(Remark.STORE_KEEPS_INVOICES));
        if (running) {
            remarks.add(Remark.SUBSCRIPTION_RUNS_ON);
        }
        return remarks;
    }
}
