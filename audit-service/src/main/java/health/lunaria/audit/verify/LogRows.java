package health.lunaria.audit.verify;

import health.lunaria.audit.verify.NodeRow.Place;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads the log's tables, a page at a time, in the caller's transaction. It never writes to them. */
final class LogRows {

    private static final UUID NO_EVENT = new UUID(0, 0);
    private static final int MOST_OUTBOXES = 100;

    private static final String SIZES = """
            select coalesce((select size from log_head where id = 1), -1) as head,
                coalesce((select least(index, 9223372036854775806) + 1 from log_leaf order by index desc limit 1), 0)
                    as leaves,
                coalesce((select size from log_publication where id = 1), -1) as published,
                coalesce((select max(size) from log_checkpoint), 0) as newest,
                (select least(coalesce(sum(leaves), 0), 9223372036854775807)::bigint from log_source) as sources,
                (select coalesce(max(least((last.index + 1) * 256::numeric ^ level.n, 9223372036854775807)), 0)::bigint
                    from generate_series(1, 7) as level (n) cross join lateral
                        (select max(index) as index from log_node where log_node.level = level.n) as last
                    where last.index is not null) as nodes
            """;
    /** One more than belong to the page, so that a place that is taken twice is seen. */
    private static final String LEAVES = """
            select index, event_id, leaf, leaf_hash, integrated_at from log_leaf
            where index >= $1 and index < $2 order by index limit $2 - $1 + 1
            """;

    /** Of each the last statement that is confirmed. */
    private static final String OUTBOXES = """
            select distinct on (service, outbox) service, outbox, confirmed, recorded, delivered, waiting, logged
            from outbox_statement order by service, outbox, confirmed desc, received_at desc limit $1
            """;

    /** Each level as a range of its own with a limit: a join to ranges would read the whole table for each page. */
    private static final String NODES = """
            select wanted.level, node.index, node.hash
            from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as wanted (level, first, past)
                cross join lateral (
                    select index, hash from log_node
                    where level = wanted.level and index >= wanted.first and index < wanted.past
                    order by index limit wanted.past - wanted.first + 1) as node
            """;

    private static final String CHECKPOINTS = """
            select size, root, note, published_at from log_checkpoint where size > $1 and size <= $2
            """;

    Uni<LogSizes> sizes(SqlConnection connection) {
        return connection
                .query(SIZES)
                .execute()
                .map(rows -> sizes(rows.iterator().next()));
    }

    /** What the outboxes said of themselves; too many to be true are cut off, and found by that. */
    Uni<List<OutboxRow>> outboxes(SqlConnection connection) {
        return connection
                .preparedQuery(OUTBOXES)
                .execute(Tuple.of(MOST_OUTBOXES))
                .map(LogRows::outboxes);
    }

    /** What belongs to trees larger than {@code from} and not larger than {@code to}. */
    Uni<LogPage> page(SqlConnection connection, long from, long to) {
        return connection
                .preparedQuery(LEAVES)
                .execute(Tuple.of(from, to))
                .map(LogRows::leaves)
                .chain(leaves -> connection
                        .preparedQuery(NODES)
                        .execute(wanted(from, to))
                        .map(LogRows::nodes)
                        .chain(nodes -> connection
                                .preparedQuery(CHECKPOINTS)
                                .execute(Tuple.of(from, to))
                                .map(LogRows::checkpoints)
                                .map(checkpoints -> new LogPage(from, to, leaves, nodes, checkpoints))));
    }

    private static Tuple wanted(long from, long to) {
        List<Integer> levels = IntStream.rangeClosed(1, Place.MAX_LEVEL).boxed().toList();
        return Tuple.of(
                levels.stream().map(Integer::shortValue).toArray(Short[]::new),
                levels.stream().map(level -> Place.count(level, from)).toArray(Long[]::new),
                levels.stream().map(level -> Place.count(level, to)).toArray(Long[]::new));
    }

    private static LogSizes sizes(Row row) {
        return new LogSizes(
                row.getLong("head"),
                row.getLong("leaves"),
                row.getLong("published"),
                row.getLong("newest"),
                row.getLong("sources"),
                row.getLong("nodes"));
    }

    private static List<LeafRow> leaves(RowSet<Row> rows) {
        List<LeafRow> leaves = new ArrayList<>(rows.size());
        rows.forEach(row -> leaves.add(new LeafRow(
                row.getLong("index"),
                Objects.requireNonNullElse(row.getUUID("event_id"), NO_EVENT),
                bytes(row, "leaf"),
                bytes(row, "leaf_hash"),
                micros(row, "integrated_at"))));
        return leaves;
    }

    private static List<OutboxRow> outboxes(RowSet<Row> rows) {
        List<OutboxRow> outboxes = new ArrayList<>(rows.size());
        rows.forEach(row -> outboxes.add(new OutboxRow(
                row.getString("service"),
                row.getUUID("outbox"),
                row.getBoolean("confirmed")
                        ? new OutboxRow.Statement(
                                row.getLong("recorded"),
                                row.getLong("delivered"),
                                row.getLong("waiting"),
                                row.getLong("logged"))
                        : null)));
        return outboxes;
    }

    private static Map<Place, byte[]> nodes(RowSet<Row> rows) {
        Map<Place, byte[]> nodes = new HashMap<>();
        rows.forEach(row -> nodes.put(new Place(row.getShort("level"), row.getLong("index")), bytes(row, "hash")));
        return nodes;
    }

    private static Map<Long, CheckpointRow> checkpoints(RowSet<Row> rows) {
        Map<Long, CheckpointRow> checkpoints = new HashMap<>();
        rows.forEach(row -> checkpoints.put(
                row.getLong("size"),
                new CheckpointRow(
                        row.getLong("size"),
                        bytes(row, "root"),
                        Objects.requireNonNullElse(row.getString("note"), ""),
                        micros(row, "published_at"))));
        return checkpoints;
    }

    /** Who can edit rows can also take the constraints away: what is missing reads as something that is wrong. */
    private static byte[] bytes(Row row, String column) {
        Buffer bytes = row.getBuffer(column);
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private static long micros(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? -1 : time.toEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }
}
