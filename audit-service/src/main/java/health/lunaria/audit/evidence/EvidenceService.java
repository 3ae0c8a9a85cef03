package health.lunaria.audit.evidence;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps that somebody took evidence away. */
@ApplicationScoped
class EvidenceService {

    private final Auditor auditor;

    EvidenceService(Auditor auditor) {
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<Void> record(Subject person) {
        return auditor.record(person, Actor.staff(Roles.AUDITOR), "audit.evidence.read");
    }
}
