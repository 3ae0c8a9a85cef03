package health.lunaria.audit.breakglass;

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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Exceptions and their steps. Plain SQL on a connection of the caller's, because a step and its leaf are one transaction. */
@ApplicationScoped
class BreakGlassRows {

    private static final String FIND =
            "select id, subject_ref, requested_at, version, sealed from break_glass where id = $1";
    private static final String BOUND_WAITING = "select set_config('lock_timeout', '3s', true)";
    private static final String INSERT =
            "insert into break_glass (id, subject_ref, requested_at, version, sealed) values ($1, $2, $3, $4, $5)";
    private static final String UPDATE =
            "update break_glass set version = $1, sealed = $2 where id = $3 and version = $1 - 1";
    private static final String ADD_PERSON =
            "insert into break_glass_person (break_glass_id, person_ref) values ($1, $2)";
    private static final String ADD_STEP = """
        insert into break_glass_step (log_index, break_glass_id, person_ref, step, refused_by, happened_at)
        values ($1, $2, $3, $4, $5, $6)
        """;
    private static final String ADD_NOTICE =
            "insert into break_glass_notice (break_glass_id, subject_ref, sealed, due_at) values ($1, $2, $3, $4)";

    private final Pool pool;

    BreakGlassRows(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<StoredBreakGlass>> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(BreakGlassRows::first);
    }

    /** Holds the row to the end of the transaction: steps of one exception follow one another. */
    Uni<StoredBreakGlass> lock(SqlConnection connection, UUID id) {
        return connection
                .query(BOUND_WAITING)
                .execute()
                .chain(() -> connection.preparedQuery(FIND + " for update").execute(Tuple.of(id)))
                .map(rows -> first(rows).orElseThrow());
    }

    Uni<Void> insert(SqlConnection connection, StoredBreakGlass grant) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        grant.id(),
                        Buffer.buffer(grant.subject().bytes()),
                        utc(grant.requestedAt()),
                        grant.version(),
                        Buffer.buffer(grant.bytes())))
                .replaceWithVoid();
    }

    Uni<Void> update(SqlConnection connection, StoredBreakGlass grant) {
        return connection
                .preparedQuery(UPDATE)
                .execute(Tuple.of(grant.version(), Buffer.buffer(grant.bytes()), grant.id()))
                .invoke(BreakGlassRows::failUnlessOne)
                .replaceWithVoid();
    }

    Uni<Void> addPerson(SqlConnection connection, UUID grant, SubjectRef person) {
        return connection
                .preparedQuery(ADD_PERSON)
                .execute(Tuple.of(grant, Buffer.buffer(person.bytes())))
                .replaceWithVoid();
    }

    Uni<Void> addStep(SqlConnection connection, StoredStep step) {
        return connection
                .preparedQuery(ADD_STEP)
                .execute(Tuple.from(new Object[] {
                    step.logIndex(),
                    step.grant(),
                    Buffer.buffer(step.person().bytes()),
                    step.step(),
                    step.refusedBy(),
                    utc(step.at())
                }))
                .replaceWithVoid();
    }

    Uni<Void> addNotice(SqlConnection connection, UUID grant, SubjectRef subject, byte[] notice, Instant dueAt) {
        return connection
                .preparedQuery(ADD_NOTICE)
                .execute(Tuple.of(grant, Buffer.buffer(subject.bytes()), Buffer.buffer(notice), utc(dueAt)))
                .replaceWithVoid();
    }

    private static void failUnlessOne(RowSet<Row> updated) {
        if (updated.rowCount() != 1) {
            throw new IllegalStateException("A locked row was changed by another");
        }
    }

    private static Optional<StoredBreakGlass> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(stored(iterator.next())) : Optional.empty();
    }

    private static StoredBreakGlass stored(Row row) {
        return new StoredBreakGlass(
                row.getUUID("id"),
                SubjectRef.of(row.getBuffer("subject_ref").getBytes()),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getLong("version"),
                row.getBuffer("sealed").getBytes());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
