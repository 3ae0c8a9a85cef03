package health.lunaria.benchmarks;

import health.lunaria.launcher.Stack;
import java.util.List;
import java.util.UUID;

/** The log as it is stored. */
final class AuditDatabase implements AutoCloseable {

    /** When the first checkpoint was stored that covers a leaf, in microseconds of the epoch. */
    private static final String PUBLISHED = """
            select (extract(epoch from published.published_at) * 1000000)::bigint
            from unnest(?::uuid[]) with ordinality as event (id, n)
                join log_leaf leaf on leaf.event_id = event.id
                cross join lateral (
                    select published_at from log_checkpoint where size > leaf.index order by size limit 1) as published
            order by event.n
            """;

    /**
     * Leaves as the service writes them, with what nobody committed to; event ids one after the other as those of a growing
     * log are.
     */
    private static final String FILL = """
            insert into log_leaf (index, event_id, leaf, leaf_hash)
            select n, (lpad(to_hex(1600000000000 + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
                leaf, sha256('\\x00'::bytea || leaf)
            from (
                select n, 'lunaria-access/1\n'::bytea || sha256(int8send(n)) as leaf
                from generate_series(?::bigint, ?::bigint) as place (n)) as filled
            """;

    private static final String COUNT = """
            insert into log_source as known (service, outbox, leaves)
            values ('audit-service', '00000000-0000-0000-0000-000000000000', ?)
            on conflict (service, outbox) do update set leaves = known.leaves + excluded.leaves
            """;

    private final Database database;

    AuditDatabase(Stack stack) {
        database = new Database(stack, "audit");
    }

    long size() {
        return database.number("select size from log_head");
    }

    long published() {
        return database.number("select size from log_publication");
    }

    long checkpoints() {
        return database.number("select count(*) from log_checkpoint");
    }

    /** What the verifier found wrong. */
    long findings() {
        return database.number("select count(*) from log_finding");
    }

    /** Of all tables and indexes. */
    long bytes() {
        return database.number("select pg_database_size(current_database())");
    }

    /** Of the write-ahead log of all databases, since there are any. */
    long writtenAhead() {
        return database.number("select (pg_current_wal_lsn() - '0/0')::bigint");
    }

    /** When each batch was covered by a checkpoint, in microseconds of the epoch, in order. */
    List<Long> published(List<Delivery> deliveries) {
        UUID[] ids = deliveries.stream().map(Delivery::last).toArray(UUID[]::new);
        return database.numbers(PUBLISHED, (Object) ids);
    }

    /** The place of an event. */
    long place(UUID event) {
        return database.number("select index from log_leaf where event_id = ?", event);
    }

    /** Appends so many leaves as one batch of the sequencer would be: under the lock of the log's head. */
    void fill(long leaves) {
        database.inTransaction(() -> {
            long size = database.number("select size from log_head where id = 1 for update");
            database.change(FILL, size, size + leaves - 1);
            database.change("update log_head set size = ? where id = 1", size + leaves);
            database.change(COUNT, leaves);
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
