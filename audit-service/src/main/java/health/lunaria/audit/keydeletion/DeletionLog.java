package health.lunaria.audit.keydeletion;

import health.lunaria.audit.event.Event;
import health.lunaria.audit.event.EventService;
import health.lunaria.audit.keydeletion.DeletionRows.StoredStep;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.auditing.EventIds;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Records steps, in the transparency log and beside it, and counts them as {@code lunaria.key-deletion.steps} by step and
 * outcome: {@code taken} or {@code refused}.
 */
@ApplicationScoped
class DeletionLog {

    private static final String SERVICE = "audit-service";
    private static final String ACTION = "audit.key-deletion.";
    private static final String DENIED = ACTION + "deny";

    private final EventService events;
    private final SubjectKeys keys;
    private final Pool pool;
    private final DeletionRows rows;
    private final Workforce workforce;
    private final MeterRegistry registry;

    DeletionLog(
            EventService events,
            SubjectKeys keys,
            Pool pool,
            DeletionRows rows,
            Workforce workforce,
            MeterRegistry registry) {
        this.events = events;
        this.keys = keys;
        this.pool = pool;
        this.rows = rows;
        this.workforce = workforce;
        this.registry = registry;
    }

    /**
     * Records a step that is taken, in the caller's transaction.
     *
     * @param key of the actor
     * @return its place in the log; empty if it is a use and the log has it already
     */
    Uni<Optional<Long>> take(
            SqlConnection connection,
            SubjectKey key,
            DeletionActor actor,
            UUID id,
            KeyDeletion deletion,
            Step step,
            Instant at) {
        UUID eventId = step == Step.USE ? deletion.useEvent() : EventIds.at(at.toEpochMilli());
        return append(connection, key, actor, eventId, ACTION + step.word(), at)
                .call(place -> place.isPresent()
                        ? rows.addStep(
                                connection, new StoredStep(place.get(), id, person(actor), step, null, at))
                        : Uni.createFrom().voidItem())
                .invoke(() -> count(step, "taken"));
    }

    /** Records a step that is refused, in a transaction of its own. */
    Uni<Void> refuse(DeletionActor actor, UUID id, Step step, ProblemType problem, Instant at) {
        count(step, "refused");
        UUID eventId = EventIds.at(at.toEpochMilli());
        return keys.using(
                actor.subject(),
                key -> pool.withTransaction(connection -> append(connection, key, actor, eventId, DENIED, at)
                        .chain(place -> rows.addStep(
                                connection,
                                new StoredStep(place.orElseThrow(), id, person(actor), step, problem.slug(), at)))));
    }

    private Uni<Optional<Long>> append(
            SqlConnection connection, SubjectKey key, DeletionActor actor, UUID id, String action, Instant at) {
        Event event = new Event(id, at, actor.actor(), SERVICE, action);
        return events.append(connection, events.seal(key, actor.subject(), event));
    }

    private SubjectRef person(DeletionActor actor) {
        return actor.isJob() ? null : workforce.ref(actor.person());
    }

    private void count(Step step, String outcome) {
        registry.counter("lunaria.key-deletion.steps", "step", step.word(), "outcome", outcome)
                .increment();
    }
}
