package health.lunaria.audit.breakglass;

import health.lunaria.audit.event.Event;
import health.lunaria.audit.event.EventService;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.EventIds;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Subject;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Records steps, in the transparency log and beside it, and counts them as {@code lunaria.break-glass.steps} by step and
 * outcome: {@code taken} or {@code refused}.
 */
@ApplicationScoped
class StepLog {

    private static final String SERVICE = "audit-service";
    private static final String ACTION = "audit.break-glass.";
    private static final String REFUSED = ACTION + "refuse";
    private static final String TELL = ACTION + "tell";
    private static final String READ = ACTION + "read";

    private final EventService events;
    private final SubjectKeys keys;
    private final Pool pool;
    private final BreakGlassRows rows;
    private final Workforce workforce;
    private final MeterRegistry registry;

    StepLog(
            EventService events,
            SubjectKeys keys,
            Pool pool,
            BreakGlassRows rows,
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
     * @return its place in the log; empty if it is a use and the log has it already
     */
    Uni<Optional<Long>> take(
            SqlConnection connection, SubjectKey key, UUID id, BreakGlass grant, String step, Act act) {
        UUID eventId = act.equals(grant.use()) ? grant.useEvent() : newId(act);
        Event event = event(eventId, ACTION + step, act);
        return events.append(connection, events.seal(key, grant.about(), event))
                .call(place -> place.isPresent()
                        ? rows.addStep(connection, stored(place.get(), id, step, null, act))
                        : Uni.createFrom().voidItem())
                .invoke(() -> count(step, "taken"));
    }

    /** Records a step that is refused, about the one who tried it, in a transaction of its own. */
    Uni<Void> refuse(UUID id, String step, Refusal refusal, Act act) {
        String slug = refusal.problem().slug();
        Subject person = new Subject(act.person());
        count(step, "refused");
        return keys.using(
                person,
                key -> pool.withTransaction(connection -> events.append(
                                connection, events.seal(key, person, event(newId(act), REFUSED, act)))
                        .chain(place -> rows.addStep(connection, stored(place.orElseThrow(), id, step, slug, act)))));
    }

    /** Records that somebody looked at an exception, about the user. */
    Uni<Void> read(SubjectKey key, BreakGlass grant, Act act) {
        return pool.withTransaction(connection ->
                        events.append(connection, events.seal(key, grant.about(), event(newId(act), READ, act))))
                .replaceWithVoid();
    }

    /** Records in the caller's transaction that the user was told of a use. */
    Uni<Void> tell(SqlConnection connection, SubjectKey key, Subject user, Act act) {
        return events.append(connection, events.seal(key, user, event(newId(act), TELL, act)))
                .replaceWithVoid();
    }

    private static Event event(UUID id, String action, Act act) {
        return new Event(id, act.at(), Actor.staff(act.role()), SERVICE, action);
    }

    private StoredStep stored(long place, UUID id, String step, String refusedBy, Act act) {
        return new StoredStep(place, id, workforce.ref(act.person()), step, refusedBy, act.at());
    }

    private static UUID newId(Act act) {
        return EventIds.at(act.at().toEpochMilli());
    }

    private void count(String step, String outcome) {
        registry.counter("lunaria.break-glass.steps", "step", step, "outcome", outcome)
                .increment();
    }
}
