package health.lunaria.audit.keydeletion;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.keydeletion.DeletionRows.Listed;
import health.lunaria.audit.keydeletion.DeletionRows.ListedStep;
import health.lunaria.audit.workforce.Standings;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.auditing.EventIds;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the steps of a deletion, or refuses them. A step, its event in the transparency log and the record of it are one
 * transaction of plain SQL, because the log is written so; nothing here is about a user.
 */
@ApplicationScoped
class KeyDeletionService {

    private final Workforce workforce;
    private final SubjectKeys keys;
    private final ServiceKeys serviceKeys;
    private final Pool pool;
    private final DeletionRows rows;
    private final DeletionLog log;
    private final Clock clock;

    KeyDeletionService(
            Workforce workforce,
            SubjectKeys keys,
            ServiceKeys serviceKeys,
            Pool pool,
            DeletionRows rows,
            DeletionLog log,
            Clock clock) {
        this.workforce = workforce;
        this.keys = keys;
        this.serviceKeys = serviceKeys;
        this.pool = pool;
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /** @param state at the moment of the answer */
    record Requested(UUID id, State state, int approvals) {}

    /**
     * The request for this epoch that is under way, or was refused not long ago, or else a new one. Durable when it answers.
     *
     * @return fails with {@code key-deletion-other-key} (409) if it is under way for another key
     */
    Uni<Requested> request(EmptiedKey key) {
        return rows.latest(key.service(), key.epoch()).chain(found -> {
            Instant now = now();
            if (found.isPresent() && !KeyDeletionRules.isOver(found.get().open(sealing()), now)) {
                return Uni.createFrom().item(requested(found.get(), key, now));
            }
            int round = found.map(StoredDeletion::round).orElse(0) + 1;
            return open(key, round, now).chain(stored -> answer(stored, key, now));
        });
    }

    /** @param stored empty if another request of the same round was quicker: that one counts */
    private Uni<Requested> answer(Optional<StoredDeletion> stored, EmptiedKey key, Instant now) {
        return stored.isPresent()
                ? Uni.createFrom().item(requested(stored.get(), key, now))
                : rows.latest(key.service(), key.epoch()).map(found -> requested(found.orElseThrow(), key, now));
    }

    private Uni<Optional<StoredDeletion>> open(EmptiedKey key, int round, Instant now) {
        UUID id = UUID.randomUUID();
        KeyDeletion deletion = KeyDeletion.requested(key, now, EventIds.at(now.toEpochMilli()));
        StoredDeletion stored = StoredDeletion.first(id, round, sealing(), deletion);
        DeletionActor job = DeletionActor.JOB;
        return keys.using(
                        job.subject(),
                        jobKey -> pool.withTransaction(connection -> rows.insert(connection, stored)
                                .call(inserted -> inserted
                                        ? log.take(connection, jobKey, job, id, deletion, Step.REQUEST, now)
                                        : Uni.createFrom().voidItem())))
                .map(inserted -> inserted ? Optional.of(stored) : Optional.empty());
    }

    private Requested requested(StoredDeletion stored, EmptiedKey key, Instant now) {
        KeyDeletion deletion = stored.open(sealing());
        if (!deletion.key().key().equals(key.key())) {
            throw new ProblemException(AuditProblem.KEY_DELETION_OTHER_KEY);
        }
        return new Requested(
                stored.id(),
                KeyDeletionRules.state(deletion, now),
                deletion.approvals().size());
    }

    /** Takes a step or refuses it; either is durable. What is none is {@code not-found}. */
    Uni<Decided> take(DeletionActor actor, UUID id, Step step) {
        return rows.find(id)
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)))
                .chain(found -> keys.using(actor.subject(), key -> take(key, actor, found, step)))
                .call(decided -> decided.isRefused()
                        ? log.refuse(actor, id, step, decided.problem(), now())
                        : Uni.createFrom().voidItem());
    }

    /** Everybody's standing is asked before the row is locked: it needs their keys, and no lock should wait for those. */
    private Uni<Decided> take(SubjectKey key, DeletionActor actor, StoredDeletion found, Step step) {
        return workforce
                .standings(found.open(sealing()).approvers())
                .chain(standings -> pool.withTransaction(connection -> rows.lock(connection, found.id())
                        .chain(locked -> decide(connection, key, actor, standings, locked, step))));
    }

    private Uni<Decided> decide(
            SqlConnection connection,
            SubjectKey key,
            DeletionActor actor,
            Standings standings,
            StoredDeletion locked,
            Step step) {
        Instant now = now();
        KeyDeletion deletion = locked.open(sealing());
        if (!deletion.approvers().stream().allMatch(standings::know)) {
            throw new ProblemException(CommonProblem.STALE);
        }
        Optional<AuditProblem> refusal = refusal(deletion, actor, standings, step, now);
        if (refusal.isPresent()) {
            return Uni.createFrom().item(Decided.refused(refusal.get()));
        }
        KeyDeletion after = after(deletion, actor, step, now);
        return log.take(connection, key, actor, locked.id(), after, step, now)
                .chain(place -> place.isEmpty()
                        ? Uni.createFrom().item(Decided.refused(AuditProblem.KEY_DELETION_USED))
                        : rows.update(connection, locked.next(sealing(), after))
                                .replaceWith(Decided.taken(after, place.get())));
    }

    private static Optional<AuditProblem> refusal(
            KeyDeletion deletion, DeletionActor actor, Standings standings, Step step, Instant now) {
        return switch (step) {
            case APPROVE -> KeyDeletionRules.ofApproval(deletion, actor.person(), now);
            case REFUSE -> KeyDeletionRules.ofRefusal(deletion, now);
            case USE -> KeyDeletionRules.ofUse(deletion, standings, now);
            case REQUEST -> throw new IllegalArgumentException("A request makes a deletion");
        };
    }

    private static KeyDeletion after(KeyDeletion deletion, DeletionActor actor, Step step, Instant now) {
        return switch (step) {
            case APPROVE -> deletion.approvedBy(new Vote(actor.person(), now));
            case REFUSE -> deletion.refusedBy(new Vote(actor.person(), now));
            case USE -> deletion.used(now);
            case REQUEST -> throw new IllegalArgumentException("A request makes a deletion");
        };
    }

    /** Those that were requested last first, from what is sealed, and the steps of each. */
    Uni<List<KeyDeletionsResponse.Entry>> newestFirst(long before, int limit) {
        return rows.newestFirst(before, limit)
                .chain(found -> rows.steps(found.stream()
                                .map(listed -> listed.deletion().id())
                                .toList())
                        .map(steps -> found.stream()
                                .map(listed -> entry(listed, steps))
                                .toList()));
    }

    private KeyDeletionsResponse.Entry entry(Listed listed, List<ListedStep> steps) {
        try {
            KeyDeletion deletion = listed.deletion().open(sealing());
            return KeyDeletionsResponse.Entry.of(listed, deletion, KeyDeletionRules.state(deletion, now()), steps);
        } catch (SealBrokenException altered) {
            // One that was altered must not hide the others.
            return KeyDeletionsResponse.Entry.broken(listed, steps);
        }
    }

    private ServiceKey sealing() {
        return serviceKeys.get(Purpose.REGISTER);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
