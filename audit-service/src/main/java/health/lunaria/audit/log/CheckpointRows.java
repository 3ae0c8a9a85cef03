package health.lunaria.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What was published of the log, and how far it has grown since. */
@ApplicationScoped
class CheckpointRows {

    private static final String GROWTH = """
        select publication.size as published, head.size as grown
        from log_publication publication, log_head head
        where publication.id = 1 and head.id = 1
        """;
    private static final String LATEST = "select size, root, note from log_checkpoint order by size desc limit 1";
    private static final String BEFORE =
            "select size, root, note from log_checkpoint where published_at < $1 order by size desc limit 1";
    private static final String LAST_OF_DAYS = """
        select distinct on (day) (published_at at time zone 'UTC')::date as day, size, root, note
        from log_checkpoint
        where published_at >= $1 and published_at < $2
        order by day, size desc
        """;
    private static final String MOVE = "update log_publication set size = $2 where id = 1 and size = $1";
    private static final String INSERT = "insert into log_checkpoint (size, root, note) values ($1, $2, $3)";

    private final Pool pool;

    CheckpointRows(Pool pool) {
        this.pool = pool;
    }

    Uni<Growth> growth() {
        return pool.query(GROWTH).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Growth(row.getLong("published"), row.getLong("grown"));
        });
    }

    /** The newest one, or {@code null} when nothing was published yet. */
    Uni<PublishedCheckpoint> latest() {
        return pool.preparedQuery(LATEST).execute().map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? checkpoint(found.next()) : null;
        });
    }

    /** The last one that was published before a time; empty if there was none. */
    Uni<Optional<PublishedCheckpoint>> before(Instant time) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(checkpoint(found.next())) : Optional.empty();
                });
    }

    /** The last one of each day in UTC on which there was one, the first day first. */
    Uni<List<DatedCheckpoint>> lastOfDays(Instant start, Instant end) {
        return pool.preparedQuery(LAST_OF_DAYS)
                .execute(Tuple.of(start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new DatedCheckpoint(row.getLocalDate("day"), checkpoint(row)))
                        .toList());
    }

    /**
     * Publishes a checkpoint after the one of another size, which is 0 for the first.
     *
     * @return whether it was; if not, somebody else published meanwhile
     */
    Uni<Boolean> publish(long after, PublishedCheckpoint checkpoint) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(after, checkpoint.size()))
                .chain(moved -> moved.rowCount() == 1
                        ? insert(connection, checkpoint).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private static Uni<Void> insert(SqlConnection connection, PublishedCheckpoint checkpoint) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(checkpoint.size(), Buffer.buffer(checkpoint.root()), checkpoint.note()))
                .replaceWithVoid();
    }

    private static PublishedCheckpoint checkpoint(Row row) {
        return new PublishedCheckpoint(
                row.getLong("size"), row.getBuffer("root").getBytes(), row.getString("note"));
    }

    /**
     * @param published leaves in the newest checkpoint
     * @param grown leaves in the log
     */
    record Growth(long published, long grown) {

        /** The size of the next checkpoint, when there is something to publish. */
        Optional<Long> next(int most) {
            return grown > published ? Optional.of(Math.min(grown, published + most)) : Optional.empty();
        }
    }
}
