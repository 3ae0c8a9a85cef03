package health.lunaria.profile.consent;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The last withdrawal of each kind, outside of the data: in the keyring's database, where a row goes with its person's key. It is
 * written before the withdrawal itself, so that none is ever only in the data.
 */
@ApplicationScoped
class WithdrawalLedger {

    private static final Logger LOG = Logger.getLogger(WithdrawalLedger.class);
    private static final SealedColumn<Withdrawal> SEALED = SealedColumn.of("withdrawal", "sealed", 1, Withdrawal.class);

    /** Nothing for somebody who was erased meanwhile: she has no key that the row could go with. */
    private static final String PUT = "insert into withdrawal (subject_ref, topic, at, sealed)"
            + " select k.subject_ref, $2::bytea, $3::timestamptz, $4::bytea from subject_key k where k.subject_ref = $1"
            + " on conflict (subject_ref, topic) do update set at = excluded.at, sealed = excluded.sealed"
            + " where excluded.at >= withdrawal.at";

    private static final String PAGE = "select subject_ref, topic, at, sealed from withdrawal"
            + " where (subject_ref, topic) > ($1, $2) order by subject_ref, topic limit $3";
    private static final String FORGET = "delete from withdrawal where (subject_ref, topic) in"
            + " (select subject_ref, topic from withdrawal where at < $1 order by at limit 1000)";

    private final Pool pool;
    private final Duration kept;

    WithdrawalLedger(
            @ReactiveDataSource("keyring") Pool pool,
            @ConfigProperty(name = "lunaria.profile.withdrawal.kept") Duration kept) {
        this.pool = pool;
        this.kept = kept;
    }

    /** A row as it is stored. */
    record Entry(SubjectRef subject, byte[] topic, Instant at, byte[] sealed) {

        static final Entry NONE = new Entry(null, new byte[0], null, new byte[0]);

        Withdrawal open(SubjectKey key) {
            return SEALED.open(key, Locator.of(topic), at.toEpochMilli(), sealed);
        }

        @Override
        public String toString() {
            return "Entry[redacted]";
        }
    }

    /** Outside of any transaction; completes when it is durable. */
    Uni<Void> put(SubjectKey key, Withdrawal withdrawal) {
        Locator topic = key.locator(withdrawal.topic());
        byte[] sealed = SEALED.seal(key, topic, withdrawal.at().toEpochMilli(), withdrawal);
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(
                        Buffer.buffer(key.subject().bytes()),
                        Buffer.buffer(topic.bytes()),
                        withdrawal.at().atOffset(ZoneOffset.UTC),
                        Buffer.buffer(sealed)))
                .replaceWithVoid();
    }

    /** The next ones in a fixed order. */
    Uni<List<Entry>> after(Entry last, int limit) {
        byte[] subject = last.subject() == null ? new byte[0] : last.subject().bytes();
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(Buffer.buffer(subject), Buffer.buffer(last.topic()), limit))
                .map(WithdrawalLedger::entries);
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        rows.forEach(row -> entries.add(new Entry(
                SubjectRef.of(row.getBuffer("subject_ref").getBytes()),
                row.getBuffer("topic").getBytes(),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getBuffer("sealed").getBytes())));
        return entries;
    }

    /** What is older than any backup of the data is in all of them. */
    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(Instant.now().minus(kept).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "Old withdrawals are forgotten later: %s",
                            failure.getClass().getSimpleName());
                    return null;
                });
    }
}
