package health.lunaria.safeguards.auditing;

import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Carries the outbox to audit-service: takes rows under lock, delivers them, deletes and counts them, all in one
 * transaction. A
 * crash after the delivery repeats it (at least once), and audit-service counts an event id once. Rows that another
 * replica holds are skipped. After a failure it pauses, doubling the pause up to a bound.
 */
@ApplicationScoped
class Relay {

    private static final String BEGIN =
            Statements.BOUND_WAITING + "select pg_advisory_xact_lock_shared(" + Statements.LOCK + ")";
    private static final String TAKE = """
            select id, sealed, (select outbox from outbox_head) as outbox
            from outbox order by id limit $1 for update skip locked
            """;
    private static final String DELETE = """
            with deleted as (delete from outbox where id = any($1) returning id)
            update outbox_total set delivered = delivered + (select count(*) from deleted)
            where shard = pg_backend_pid() % 64
            """;

    private final Pool pool;
    private final OutboxSeal seal;
    private final AuditClient auditService;
    private final int batchSize;
    private final Drain drain;

    Relay(Pool pool, OutboxSeal seal, @RestClient AuditClient auditService, AuditingConfig config) {
        this.pool = pool;
        this.seal = seal;
        this.auditService = auditService;
        this.batchSize = config.batchSize();
        this.drain =
                new Drain("Audit events", new BackOff(config.minBackOff(), config.maxBackOff()), this::deliverBatch);
    }

    /** The scheduler's shortest period is a second; full batches follow one another without a pause. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> drain() {
        return drain.run();
    }

    private Uni<Boolean> deliverBatch() {
        Uni<Integer> delivered = pool.withTransaction(connection -> connection
                .query(BEGIN)
                .execute()
                .chain(() -> connection.preparedQuery(TAKE).execute(Tuple.of(batchSize)))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(0) : deliver(connection, rows)));
        return delivered.map(count -> count == batchSize);
    }

    private Uni<Integer> deliver(SqlConnection connection, RowSet<Row> rows) {
        List<AccessEvent> events = new ArrayList<>(rows.size());
        for (Row row : rows) {
            events.add(open(row));
        }
        UUID[] ids = events.stream().map(AccessEvent::id).toArray(UUID[]::new);
        UUID outbox = rows.iterator().next().getUUID("outbox");
        return auditService
                .deliver(new AuditClient.Batch(outbox, events))
                .chain(() -> connection.preparedQuery(DELETE).execute(Tuple.of(ids)))
                .replaceWith(events.size());
    }

    private AccessEvent open(Row row) {
        Buffer sealed = row.getBuffer("sealed");
        return seal.open(row.getUUID("id"), sealed.getBytes());
    }
}
