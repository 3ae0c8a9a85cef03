package health.lunaria.audit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The last two statements of each outbox. One counts when the next confirms it: one that came in late, when its sender had
 * given it up and delivered again, is never confirmed.
 */
@ApplicationScoped
class StatementRows {

    /** There is one; others are for the verifier to find, and for nobody to fill a database with. */
    private static final int MOST_OUTBOXES = 8;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('outbox_statement'), hashtext($1))";
    private static final String OTHERS = """
            select count(distinct outbox) as others from outbox_statement where service = $1 and outbox <> $2
            """;
    private static final String CONFIRM = """
            update outbox_statement set confirmed = true where service = $1 and outbox = $2 and id = $3
            """;
    private static final String FORGET = """
            delete from outbox_statement where service = $1 and outbox = $2 and id is distinct from $3
            """;
    private static final String INSERT = """
            insert into outbox_statement (service, outbox, id, recorded, delivered, waiting, logged)
            select $1, $2, $3, $4, $5, $6,
                coalesce((select leaves from log_source where service = $1 and outbox = $2), 0)
            on conflict do nothing
            """;

    private final Pool pool;

    StatementRows(Pool pool) {
        this.pool = pool;
    }

    /** @return {@code false} if the service has so many outboxes already that this one is not taken in */
    Uni<Boolean> store(String service, StatementRequest statement) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(service))
                .chain(() -> connection.preparedQuery(OTHERS).execute(Tuple.of(service, statement.outbox())))
                .map(rows -> rows.iterator().next().getLong("others") < MOST_OUTBOXES)
                .call(fits -> fits
                        ? replace(connection, service, statement)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> replace(SqlConnection connection, String service, StatementRequest statement) {
        Tuple confirmed = Tuple.of(service, statement.outbox(), statement.confirms());
        return connection
                .preparedQuery(CONFIRM)
                .execute(confirmed)
                .chain(() -> connection.preparedQuery(FORGET).execute(confirmed))
                .chain(() -> connection.preparedQuery(INSERT).execute(row(service, statement)))
                .replaceWithVoid();
    }

    private static Tuple row(String service, StatementRequest statement) {
        return Tuple.from(new Object[] {
            service,
            statement.outbox(),
            statement.id(),
            statement.recorded(),
            statement.delivered(),
            statement.waiting()
        });
    }
}
