package health.lunaria.audit.keydeletion;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Deletions and their steps. Plain SQL on a connection of the caller's, because a step and its leaf are one transaction. */
@ApplicationScoped
class DeletionRows {

    private static final String COLUMNS = "d.id, d.service, d.epoch, d.round, d.version, d.sealed";
    private static final String FIND = "select " + COLUMNS + " from key_deletion d where d.id = $1";
    private static final String LATEST = "select " + COLUMNS
            + " from key_deletion d where d.service = $1 and d.epoch = $2 order by d.round desc limit 1";
    private static final String BOUND_WAITING = "select set_config('lock_timeout', '3s', true)";
    private static final String INSERT = """
        insert into key_deletion (id, service, epoch, round, version, sealed)
        values ($1, $2, $3, $4, $5, $6) on conflict (service, epoch, round) do nothing
        """;
    private static final String UPDATE =
            "update key_deletion set version = $1, sealed = $2 where id = $3 and version = $1 - 1";
    private static final String ADD_STEP = """
        insert into key_deletion_step (log_index, key_deletion_id, person_ref, step, refused_by, happened_at)
        values ($1, $2, $3, $4, $5, $6)
        """;
    private static final String NEWEST_FIRST = "select " + COLUMNS + """
        , r.log_index from key_deletion d
        join key_deletion_step r on r.key_deletion_id = d.id and r.step = 'request' and r.refused_by is null
        where r.log_index < $1 order by r.log_index desc limit $2
        """;
    private static final String STEPS = """
        select s.key_deletion_id, s.step, s.happened_at, s.log_index, m.id as member
        from key_deletion_step s left join workforce_member m on m.subject_ref = s.person_ref
        where s.key_deletion_id = any($1) and s.refused_by is null order by s.log_index
        """;

    private final Pool pool;

    DeletionRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * A step, taken or refused.
     *
     * @param person who took it, as the register's pseudonym; {@code null} for the job
     * @param refusedBy slug of the problem; {@code null} if it was taken
     */
    record StoredStep(long logIndex, UUID deletion, SubjectRef person, Step step, String refusedBy, Instant at) {}

    /** @param index of its request in the log */
    record Listed(StoredDeletion deletion, long index) {}

    /** @param member by her id in the register; {@code null} for the job, and for who is not in it any more */
    record ListedStep(UUID deletion, String step, Instant at, UUID member, long index) {}

    Uni<Optional<StoredDeletion>> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(DeletionRows::first);
    }

    /** The last one that was requested for an epoch. */
    Uni<Optional<StoredDeletion>> latest(String service, int epoch) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(service, epoch)).map(DeletionRows::first);
    }

    /** Holds the row to the end of the transaction: steps of one deletion follow one another. */
    Uni<StoredDeletion> lock(SqlConnection connection, UUID id) {
        return connection
                .query(BOUND_WAITING)
                .execute()
                .chain(() -> connection.preparedQuery(FIND + " for update").execute(Tuple.of(id)))
                .map(rows -> first(rows).orElseThrow());
    }

    /** @return whether it was this call that stored it, and no other request of the same round */
    Uni<Boolean> insert(SqlConnection connection, StoredDeletion deletion) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        deletion.id(),
                        deletion.service(),
                        deletion.epoch(),
                        deletion.round(),
                        deletion.version(),
                        Buffer.buffer(deletion.bytes())))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> update(SqlConnection connection, StoredDeletion deletion) {
        return connection
                .preparedQuery(UPDATE)
                .execute(Tuple.of(deletion.version(), Buffer.buffer(deletion.bytes()), deletion.id()))
                .invoke(DeletionRows::failUnlessOne)
                .replaceWithVoid();
    }

    Uni<Void> addStep(SqlConnection connection, StoredStep step) {
        return connection
                .preparedQuery(ADD_STEP)
                .execute(Tuple.from(new Object[] {
                    step.logIndex(),
                    step.deletion(),
                    step.person() == null ? null : Buffer.buffer(step.person().bytes()),
                    step.step().word(),
                    step.refusedBy(),
                    step.at().atOffset(ZoneOffset.UTC)
                }))
                .replaceWithVoid();
    }

    /** Those that were requested last first. */
    Uni<List<Listed>> newestFirst(long before, int limit) {
        return pool.preparedQuery(NEWEST_FIRST)
                .execute(Tuple.of(before, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Listed(stored(row), row.getLong("log_index")))
                        .toList());
    }

    /** The steps that were taken, in the order of the log. */
    Uni<List<ListedStep>> steps(List<UUID> deletions) {
        return pool.preparedQuery(STEPS)
                .execute(Tuple.of(deletions.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new ListedStep(
                                row.getUUID("key_deletion_id"),
                                row.getString("step"),
                                row.getOffsetDateTime("happened_at").toInstant(),
                                row.getUUID("member"),
                                row.getLong("log_index")))
                        .toList());
    }

    private static void failUnlessOne(RowSet<Row> updated) {
        if (updated.rowCount() != 1) {
            throw new IllegalStateException("A locked row was changed by another");
        }
    }

    private static Optional<StoredDeletion> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(stored(iterator.next())) : Optional.empty();
    }

    private static StoredDeletion stored(Row row) {
        return new StoredDeletion(
                row.getUUID("id"),
                row.getString("service"),
                row.getInteger("epoch"),
                row.getInteger("round"),
                row.getLong("version"),
                row.getBuffer("sealed").getBytes());
    }
}
