package health.lunaria.audit.breakglass;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Keeps that a user was told of a use, by the data protection officer. The user sees that in her access log, too. */
@ApplicationScoped
class NoticeService {

    private final NoticeRows rows;
    private final StepLog log;
    private final SubjectKeys keys;
    private final Workforce workforce;
    private final Pool pool;
    private final Clock clock;

    NoticeService(NoticeRows rows, StepLog log, SubjectKeys keys, Workforce workforce, Pool pool, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.keys = keys;
        this.workforce = workforce;
        this.pool = pool;
        this.clock = clock;
    }

    /** Fails with {@code not-found} (404) if there is nothing to tell, with {@code break-glass-told} (409) if it was. */
    Uni<Void> told(UUID grant, ToldRequest told, Subject officer) {
        return rows.find(grant)
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)))
                .invoke(notice -> failIfOutOfRange(told.at(), notice.dueAt()))
                .chain(notice -> keys.usingExisting(
                                notice.subject(),
                                key -> tell(key, grant, notice, told, officer).replaceWith(true))
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().voidItem()
                                : pool.withTransaction(connection -> write(connection, grant, told, officer))));
    }

    private Uni<Void> tell(SubjectKey key, UUID grant, NoticeRows.Stored stored, ToldRequest told, Subject officer) {
        Subject user = new Subject(Notice.open(key, grant, stored.sealed()).subject());
        Act act = new Act(officer.id(), Roles.DPO, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return pool.withTransaction(connection ->
                write(connection, grant, told, officer).chain(() -> log.tell(connection, key, user, act)));
    }

    private Uni<Void> write(SqlConnection connection, UUID grant, ToldRequest told, Subject officer) {
        return rows.tell(connection, grant, told, workforce.ref(officer.id()))
                .invoke(done -> {
                    if (!done) {
                        throw new ProblemException(AuditProblem.BREAK_GLASS_TOLD);
                    }
                })
                .replaceWithVoid();
    }

    /** Not before the use, and not in the future. */
    private void failIfOutOfRange(Instant at, Instant dueAt) {
        if (at.isAfter(clock.instant()) || at.isBefore(dueAt.minus(Notice.TERM))) {
            throw new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("at", "time-out-of-range"));
        }
    }
}
