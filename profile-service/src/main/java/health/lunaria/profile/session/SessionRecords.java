package health.lunaria.profile.session;

import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Records on their own, in a transaction that is open while nobody waits for the provider. */
@ApplicationScoped
class SessionRecords {

    private final Auditor auditor;

    SessionRecords(Auditor auditor) {
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<Void> add(Subject subject, String action) {
        return auditor.record(subject, action);
    }
}
