package health.lunaria.audit.breakglass;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.Standings;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.auditing.EventIds;
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
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the steps of an exception, or refuses them. A step, its event in the transparency log and the record of it are one
 * transaction of plain SQL, because the log is written so; the event takes the place of what {@code Auditor} would record.
 * What is taken is logged about the user, who sees it in her access log; what is refused, about the one who tried.
 */
@ApplicationScoped
class BreakGlassService {

    private final Workforce workforce;
    private final SubjectKeys keys;
    private final Pool pool;
    private final BreakGlassRows rows;
    private final StepLog log;
    private final Clock clock;

    BreakGlassService(Workforce workforce, SubjectKeys keys, Pool pool, BreakGlassRows rows, StepLog log, Clock clock) {
        this.workforce = workforce;
        this.keys = keys;
        this.pool = pool;
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Fails with what the requester lacks, if she does; either is durable.
     *
     * @return the id of the exception, which waits for its approvals from now on
     */
    Uni<UUID> request(Acting requester, Need need) {
        return workforce.standings(Set.of(requester.person())).chain(standings -> {
            Act act = requester.act(standings, now());
            return BreakGlassRules.ofRequest(requester, standings, act.at())
                    .map(refusal -> log.refuse(null, Step.REQUEST, refusal, act)
                            .<UUID>chain(() -> Uni.createFrom().failure(refusal.exception())))
                    .orElseGet(() -> keys.using(need.subject(), key -> open(key, act, need)));
        });
    }

    private Uni<UUID> open(SubjectKey key, Act request, Need need) {
        UUID id = UUID.randomUUID();
        UUID useEvent = EventIds.at(request.at().toEpochMilli());
        BreakGlass grant = BreakGlass.requested(need, request, useEvent);
        return pool.withTransaction(connection -> rows.insert(connection, StoredBreakGlass.first(id, key, grant))
                        .chain(() -> rows.addPerson(connection, id, workforce.ref(request.person())))
                        .chain(() -> log.take(connection, key, id, grant, Step.REQUEST, request)))
                .replaceWith(id);
    }

    /** Takes a step or refuses it; either is durable. */
    Uni<Outcome> take(Acting acting, UUID id, Step step) {
        return rows.find(id)
                .chain(found -> found.isPresent()
                        ? keys.usingExisting(found.get().subject(), key -> take(key, acting, found.get(), step))
                        : Uni.createFrom().item(Optional.<Outcome>empty()))
                .map(outcome -> outcome.orElseGet(() -> Outcome.refused(Refusal.of(CommonProblem.NOT_FOUND))))
                .call(outcome -> outcome.isRefused()
                        ? refuse(acting, id, step, outcome.refusal())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> refuse(Acting acting, UUID id, Step step, Refusal refusal) {
        return workforce
                .standings(Set.of(acting.person()))
                .chain(standings -> log.refuse(id, step.word(), refusal, acting.act(standings, now())));
    }

    /** The exception, and the record of this reading about the user; {@code not-found} (404) to whom it is no concern. */
    Uni<BreakGlass> read(Acting acting, UUID id) {
        return rows.find(id)
                .map(found -> found.orElseThrow(BreakGlassService::nothingHere))
                .chain(found -> keys.usingExisting(found.subject(), key -> read(key, acting, found)))
                .map(grant -> grant.orElseThrow(BreakGlassService::nothingHere));
    }

    private Uni<BreakGlass> read(SubjectKey key, Acting acting, StoredBreakGlass stored) {
        BreakGlass grant = stored.open(key);
        if (!BreakGlassRules.maySee(grant, acting)) {
            throw nothingHere();
        }
        return workforce
                .standings(Set.of(acting.person()))
                .chain(standings -> log.read(key, grant, acting.act(standings, now())))
                .replaceWith(grant);
    }

    /** Everybody's standing is asked before the row is locked: it needs their keys, and no lock should wait for those. */
    private Uni<Outcome> take(SubjectKey key, Acting acting, StoredBreakGlass found, Step step) {
        Set<String> people = new LinkedHashSet<>(found.open(key).people());
        people.add(acting.person());
        return workforce
                .standings(people)
                .chain(standings -> pool.withTransaction(connection -> rows.lock(connection, found.id())
                        .chain(locked -> decide(connection, key, acting, standings, locked, step))));
    }

    private Uni<Outcome> decide(
            SqlConnection connection,
            SubjectKey key,
            Acting acting,
            Standings standings,
            StoredBreakGlass locked,
            Step step) {
        Instant now = now();
        BreakGlass grant = locked.open(key);
        if (!grant.people().stream().allMatch(standings::know)) {
            throw new ProblemException(CommonProblem.STALE);
        }
        Optional<Refusal> refusal = step.refusal(grant, acting, standings, now);
        if (refusal.isPresent()) {
            return Uni.createFrom().item(Outcome.refused(refusal.get()));
        }
        Act act = acting.act(standings, now);
        return store(connection, key, locked, step.take(grant, act), step, act);
    }

    private Uni<Outcome> store(
            SqlConnection connection, SubjectKey key, StoredBreakGlass before, BreakGlass after, Step step, Act act) {
        return log.take(connection, key, before.id(), after, step.word(), act)
                .chain(place -> place.isEmpty()
                        ? Uni.createFrom().item(Outcome.refused(Refusal.of(AuditProblem.BREAK_GLASS_USED)))
                        : rows.update(connection, before.next(key, after))
                                .chain(() -> follow(connection, key, before.id(), after, step, act, place.get()))
                                .replaceWith(Outcome.taken(after, place.get())));
    }

    private Uni<Void> follow(
            SqlConnection connection, SubjectKey key, UUID id, BreakGlass after, Step step, Act act, long place) {
        if (step == Step.APPROVE) {
            return rows.addPerson(connection, id, workforce.ref(act.person()));
        }
        if (step == Step.USE) {
            Notice notice = Notice.of(after, place);
            return rows.addNotice(connection, id, key.subject(), notice.seal(key, id), notice.dueAt());
        }
        return Uni.createFrom().voidItem();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException nothingHere() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
