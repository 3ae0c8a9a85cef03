package health.lunaria.profile.consent;

import health.lunaria.profile.receipt.ReceiptConfig;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Receipts without a signature. One whose time has come is taken by a single statement, which counts the attempt and sets the
 * time of the next one: until then it belongs to who took it. So nothing is locked while the key management service is
 * talked to, and a crash costs a pause.
 */
@ApplicationScoped
class WaitingReceipts {

    private static final String TAKE = """
            with due as (select id from consent_receipt where next_at <= now()
                order by next_at limit 1 for update skip locked)
            update consent_receipt r set attempts = r.attempts + 1, next_at = case when r.attempts + 1 < $3::integer
                then now() + interval '1 millisecond' * least($1::bigint * power(2, least(r.attempts, 20)), $2::bigint)
                end
            from due where r.id = due.id returning r.id, r.subject_ref, r.revision, r.statement, r.next_at is null as last
            """;

    private final Pool pool;
    private final Tuple settings;

    WaitingReceipts(Pool pool, ReceiptConfig config) {
        this.pool = pool;
        this.settings = Tuple.of(
                config.minRetryPause().toMillis(), config.maxRetryPause().toMillis(), config.mostAttempts());
    }

    /** @param last whether there is no further attempt after this one */
    record Taken(UUID id, SubjectRef subject, long revision, byte[] statement, boolean last) {}

    /** One whose turn it is. */
    Uni<Optional<Taken>> take() {
        return pool.preparedQuery(TAKE).execute(settings).map(WaitingReceipts::first);
    }

    private static Optional<Taken> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(taken(rows.iterator().next()));
    }

    private static Taken taken(Row row) {
        return new Taken(
                row.getUUID("id"),
                SubjectRef.of(row.getBuffer("subject_ref").getBytes()),
                row.getLong("revision"),
                row.getBuffer("statement").getBytes(),
                row.getBoolean("last"));
    }
}
