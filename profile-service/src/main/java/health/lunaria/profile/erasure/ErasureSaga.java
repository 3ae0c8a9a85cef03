package health.lunaria.profile.erasure;

import static java.util.stream.Collectors.joining;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.erasure.ErasureName;
import health.lunaria.safeguards.erasure.Remark;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The rows of erasures under way. One whose turn it is, is taken by a single statement, which counts the attempt and sets the time of
 * the next one: until then it belongs to who took it. So nothing is locked while others are talked to, and a crash costs a pause.
 */
@ApplicationScoped
class ErasureSaga {

    private static final String TAKE = """
            with due as (select id from erasure_order where next_at <= now()
                order by next_at limit 1 for no key update skip locked)
            update erasure_order o set state = 'RUNNING', attempts = o.attempts + 1, next_at = now()
                + interval '1 millisecond' * least($1::bigint * power(2, least(o.attempts, 20)), $2::bigint)
            from due where o.id = due.id returning o.id, o.step, o.subject, o.requested_at
            """;
    private static final String WAIT = """
            update erasure_order set next_at = now() + interval '1 millisecond' * $3::bigint where id = $1 and step = $2
            """;
    private static final String DONE = """
            insert into erasure_order_step (erasure_id, step, done_at, remarks) values (?1, ?2, ?3, ?4) on conflict do nothing
            """;
    private static final String ADVANCE = """
            update erasure_order set step = ?3, attempts = 0, next_at = now() where id = ?1 and step = ?2 and state = 'RUNNING'
            """;
    private static final String REMARKS = "select remarks from erasure_order_step where erasure_id = $1";
    private static final String FINISH = """
            update erasure_order set state = 'DONE', receipt = $2, ended_at = $3, step = null, next_at = null, subject = null,
                subject_ref = null
            where id = $1 and state = 'RUNNING'
            """;
    private static final Map<ErasureStep, String> OWN_ACTIONS = new EnumMap<>(Map.of(
            ErasureStep.CLOSE_ACCOUNT, "profile.account.close",
            ErasureStep.DELETE_ACCOUNT, "profile.account.delete"));

    private final Pool pool;
    private final ErasureSeals seals;
    private final Auditor auditor;
    private final Tuple pauses;
    private final Clock clock = Clock.systemUTC();

    ErasureSaga(Pool pool, ErasureSeals seals, Auditor auditor, ErasureConfig config) {
        this.pool = pool;
        this.seals = seals;
        this.auditor = auditor;
        this.pauses = Tuple.of(
                config.minRetryPause().toMillis(), config.maxRetryPause().toMillis());
    }

    /** One whose turn it is. */
    Uni<Optional<DueErasure>> take() {
        return pool.preparedQuery(TAKE).execute(pauses).map(this::first);
    }

    /** It was no failure: its turn is a little later. */
    Uni<Void> postpone(DueErasure erasure, Duration pause) {
        return pool.preparedQuery(WAIT)
                .execute(Tuple.of(erasure.id(), erasure.step().name(), pause.toMillis()))
                .replaceWithVoid();
    }

    /** The step was done, and its turn is the next one's. What was done at the OpenID provider comes into the log by this. */
    @WithTransaction
    Uni<Void> complete(DueErasure erasure, List<Remark> remarks) {
        String names = remarks.stream().map(Remark::name).collect(joining(","));
        return change(DONE, erasure.id(), erasure.step().name(), clock.instant(), names)
                .call(added -> added == 0 ? Uni.createFrom().voidItem() : record(erasure))
                .chain(() -> change(
                        ADVANCE,
                        erasure.id(),
                        erasure.step().name(),
                        erasure.step().next().name()))
                .replaceWithVoid();
    }

    private Uni<Void> record(DueErasure erasure) {
        String action = OWN_ACTIONS.get(erasure.step());
        return action == null
                ? Uni.createFrom().voidItem()
                : auditor.record(ErasureName.of(erasure.id()), Actor.service("profile-service"), action);
    }

    /** What the services said that she has to know. */
    Uni<Set<Remark>> remarks(UUID erasure) {
        return pool.preparedQuery(REMARKS).execute(Tuple.of(erasure)).map(ErasureSaga::remarks);
    }

    private static Set<Remark> remarks(RowSet<Row> rows) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        for (Row row : rows) {
            Arrays.stream(row.getString("remarks").split(","))
                    .filter(name -> !name.isEmpty())
                    .map(Remark::valueOf)
                    .forEach(remarks::add);
        }
        return remarks;
    }

    /** It is done, and whom it was about is forgotten. Of two that finish it, the first one's receipt counts. */
    Uni<Void> finish(DueErasure erasure, String receipt, Instant now) {
        return pool.preparedQuery(FINISH)
                .execute(Tuple.of(erasure.id(), receipt, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Optional<DueErasure> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(due(rows.iterator().next()));
    }

    private DueErasure due(Row row) {
        UUID id = row.getUUID("id");
        return new DueErasure(
                id,
                ErasureStep.valueOf(row.getString("step")),
                seals.open(id, row.getBuffer("subject").getBytes()),
                row.getOffsetDateTime("requested_at").toInstant());
    }

    private static Uni<Integer> change(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }
}
