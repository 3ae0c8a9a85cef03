package health.lunaria.safeguards.auditing;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Writes each record into the outbox, from where the {@link Relay} delivers it. */
@ApplicationScoped
class OutboxAuditor implements Auditor {

    private final OutboxSeal seal;
    private final Backlog backlog;
    private final Clock clock = Clock.systemUTC();

    OutboxAuditor(OutboxSeal seal, Backlog backlog) {
        this.seal = seal;
        this.backlog = backlog;
    }

    @Override
    public Uni<Void> record(Subject subject, Actor actor, String action) {
        if (backlog.isFull()) {
            return Uni.createFrom().failure(new ProblemException(CommonProblem.AUDIT_BACKLOG));
        }
        Instant now = clock.instant();
        AccessEvent event = new AccessEvent(EventIds.at(now.toEpochMilli()), now, subject.id(), actor, action);
        OutboxRow row = new OutboxRow(event.id(), seal.seal(event));
        return Panache.getSession().chain(session -> session.persist(row));
    }
}
