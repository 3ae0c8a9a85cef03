package health.lunaria.audit.breakglass;

import health.lunaria.audit.incident.Position;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Users who have to be told of a use; each row belongs to its exception. */
@ApplicationScoped
class NoticeRows {

    private static final String WAITING = """
        select break_glass_id, due_at from break_glass_notice
        where delivered_at is null and (due_at, break_glass_id) > ($1, $2)
        order by due_at, break_glass_id
        limit $3
        """;
    private static final String FIND =
            "select subject_ref, sealed, due_at from break_glass_notice where break_glass_id = $1";
    private static final String TELL = """
        update break_glass_notice set delivered_at = $1, channel = $2, told_by = $3
        where break_glass_id = $4 and delivered_at is null
        """;
    private static final String OVERDUE = """
        select break_glass_id, due_at from break_glass_notice
        where delivered_at is null and raised_at is null and due_at < $1
        order by due_at
        limit $2
        """;
    private static final String RAISED = "update break_glass_notice set raised_at = $1 where break_glass_id = $2";

    private final Pool pool;

    NoticeRows(Pool pool) {
        this.pool = pool;
    }

    /** That the user of this exception waits to be told. */
    record Waiting(UUID grant, Instant dueAt) {}

    /** @param sealed a {@link Notice} */
    record Stored(SubjectRef subject, byte[] sealed, Instant dueAt) {}

    /** Those that are due first, first. */
    Uni<List<Waiting>> waiting(Position after, int limit) {
        return waiting(WAITING, Tuple.of(utc(after.at()), after.id(), limit));
    }

    /** Those that are over their time and of which nobody was told yet. */
    Uni<List<Waiting>> overdue(Instant now, int limit) {
        return waiting(OVERDUE, Tuple.of(utc(now), limit));
    }

    private Uni<List<Waiting>> waiting(String query, Tuple parameters) {
        return pool.preparedQuery(query).execute(parameters).map(rows -> {
            List<Waiting> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(new Waiting(
                    row.getUUID("break_glass_id"),
                    row.getOffsetDateTime("due_at").toInstant())));
            return found;
        });
    }

    Uni<Optional<Stored>> find(UUID grant) {
        return pool.preparedQuery(FIND).execute(Tuple.of(grant)).map(rows -> {
            var iterator = rows.iterator();
            return iterator.hasNext()
                    ? Optional.of(iterator.next())
                            .map(row -> new Stored(
                                    SubjectRef.of(row.getBuffer("subject_ref").getBytes()),
                                    row.getBuffer("sealed").getBytes(),
                                    row.getOffsetDateTime("due_at").toInstant()))
                    : Optional.empty();
        });
    }

    /** @return whether she was not told before */
    Uni<Boolean> tell(SqlConnection connection, UUID grant, ToldRequest told, SubjectRef by) {
        return connection
                .preparedQuery(TELL)
                .execute(Tuple.of(utc(told.at()), told.channel().name(), Buffer.buffer(by.bytes()), grant))
                .map(updated -> updated.rowCount() == 1);
    }

    Uni<Void> raised(UUID grant, Instant at) {
        return pool.preparedQuery(RAISED).execute(Tuple.of(utc(at), grant)).replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
