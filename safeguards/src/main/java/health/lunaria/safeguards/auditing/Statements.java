package health.lunaria.safeguards.auditing;

import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Tells audit-service again and again how much its outbox took in and gave out. While it does, the relays of all replicas
 * stand still: what audit-service has logged then is no less than what is delivered and no more than what is recorded.
 */
@ApplicationScoped
class Statements {

    /** A holder that died without its connection being noticed must not stop the relays; calls take less than 10 s. */
    static final String BOUND_WAITING =
            "set local lock_timeout = '10s'; set local idle_in_transaction_session_timeout = '10s'; ";

    /** Of PostgreSQL's advisory locks in a service's database. Relays share it. */
    static final long LOCK = 0x6f7574626f78L;

    private static final String BEGIN = BOUND_WAITING + "select pg_advisory_xact_lock(" + LOCK + ")";
    private static final String TOTALS = """
            select head.outbox, head.statement, sum(total.recorded)::bigint as recorded,
                sum(total.delivered)::bigint as delivered, (select count(*) from outbox) as waiting
            from outbox_head head cross join outbox_total total
            group by head.outbox, head.statement
            """;
    private static final String TAKEN_IN = "update outbox_head set statement = $1 where id = 1";

    private final Pool pool;
    private final StatementClient auditService;
    private final Drain drain;

    Statements(Pool pool, @RestClient StatementClient auditService, AuditingConfig config) {
        this.pool = pool;
        this.auditService = auditService;
        this.drain = new Drain(
                "Statements about the outbox",
                new BackOff(config.minBackOff(), config.maxBackOff()),
                () -> state().replaceWith(false));
    }

    @Scheduled(every = "${lunaria.auditing.statement-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return drain.run();
    }

    private Uni<Void> state() {
        return pool.withTransaction(
                connection -> connection.query(BEGIN).execute().chain(() -> state(connection)));
    }

    private Uni<Void> state(SqlConnection connection) {
        return connection
                .query(TOTALS)
                .execute()
                .map(rows -> statement(rows.iterator().next()))
                .chain(statement -> auditService
                        .state(statement)
                        .chain(() -> connection.preparedQuery(TAKEN_IN).execute(Tuple.of(statement.id()))))
                .replaceWithVoid();
    }

    private static OutboxStatement statement(Row row) {
        return new OutboxStatement(
                row.getUUID("outbox"),
                UUID.randomUUID(),
                row.getUUID("statement"),
                row.getLong("recorded"),
                row.getLong("delivered"),
                row.getLong("waiting"));
    }
}
