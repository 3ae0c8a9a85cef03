package health.lunaria.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Gives leaves their places in the log: 0, 1, 2 and so on, without a gap, each event id once. The head row is locked from
 * the first statement to the end of the caller's transaction, so batches follow one another whichever replica they come
 * to; a transaction that fails leaves no trace.
 */
@ApplicationScoped
public class Sequencer {

    /** A holder that died without its connection being noticed must not stop the log. */
    private static final String BOUND_WAITING = """
            select set_config('lock_timeout', '3s', true),
                   set_config('statement_timeout', '5s', true),
                   set_config('idle_in_transaction_session_timeout', '10s', true)
            """;

    private static final String LOCK_HEAD = "select size from log_head where id = 1 for update";
    private static final String FIND_KNOWN = "select event_id from log_leaf where event_id = any($1)";
    private static final String INSERT = """
            insert into log_leaf (index, event_id, leaf, leaf_hash)
            select * from unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])
            """;
    private static final String MOVE_HEAD = """
            with counted as (
                insert into log_source as known (service, outbox, leaves) values ($2, $3, $4)
                on conflict (service, outbox) do update set leaves = known.leaves + excluded.leaves
            )
            update log_head set size = $1 where id = 1
            """;

    /**
     * Appends the leaves whose events are not in the log yet, in the given order.
     *
     * @param connection in a transaction that the caller ends
     * @param source where they come from
     * @param leaves by event id
     * @return the places of the new ones, in order; an event that is missing here was in the log before
     */
    public Uni<Map<UUID, Long>> append(SqlConnection connection, Source source, Map<UUID, Leaf> leaves) {
        return connection
                .query(BOUND_WAITING)
                .execute()
                .chain(() -> connection.query(LOCK_HEAD).execute())
                .map(head -> head.iterator().next().getLong("size"))
                .chain(size -> findKnown(connection, leaves.keySet())
                        .map(known -> place(size, leaves.keySet(), known))
                        .call(places -> store(connection, size, source, places, leaves)));
    }

    private static Uni<Set<UUID>> findKnown(SqlConnection connection, Set<UUID> ids) {
        return connection
                .preparedQuery(FIND_KNOWN)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(Sequencer::eventIds);
    }

    private static Set<UUID> eventIds(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID("event_id")));
        return ids;
    }

    private static Map<UUID, Long> place(long size, Set<UUID> ids, Set<UUID> known) {
        Map<UUID, Long> places = new LinkedHashMap<>();
        ids.stream().filter(id -> !known.contains(id)).forEach(id -> places.put(id, size + places.size()));
        return places;
    }

    private static Uni<Void> store(
            SqlConnection connection, long size, Source source, Map<UUID, Long> places, Map<UUID, Leaf> leaves) {
        if (places.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Leaf> added = places.keySet().stream().map(leaves::get).toList();
        Tuple rows = Tuple.of(
                places.values().toArray(Long[]::new),
                places.keySet().toArray(UUID[]::new),
                added.stream().map(leaf -> Buffer.buffer(leaf.bytes())).toArray(Buffer[]::new),
                added.stream().map(leaf -> Buffer.buffer(leaf.hash())).toArray(Buffer[]::new));
        return connection
                .preparedQuery(INSERT)
                .execute(rows)
                .chain(() -> connection
                        .preparedQuery(MOVE_HEAD)
                        .execute(Tuple.of(
                                size + places.size(), source.service(), source.outbox(), (long) places.size())))
                .replaceWithVoid();
    }
}
