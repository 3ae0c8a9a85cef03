package health.lunaria.audit.verify;

import health.lunaria.audit.verify.VerifiedRecord.Recalled;
import health.lunaria.audit.verify.note.VerifierKey;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/**
 * Verifies the log again and again: what is new, and what is old once more. A run with findings leaves what is remembered
 * as it was, so the next one finds them again until somebody has dealt with them. Replicas may run at once: each does the
 * same work.
 */
@ApplicationScoped
class Verification {

    /** All tables as they are at one moment; what does not answer is given up. */
    private static final String ONE_MOMENT = """
            set transaction isolation level repeatable read, read only;
            set local statement_timeout = '10s';
            set local idle_in_transaction_session_timeout = '10s'
            """;

    private final Pool pool;
    private final PinnedLogKey logKey;
    private final VerifiedRecord record;
    private final Alarm alarm;
    private final LogVerifier verifier;
    private final Duration longestRun;
    private final Pace pace;
    private final Drain drain;

    Verification(Pool pool, PinnedLogKey logKey, VerifiedRecord record, Alarm alarm, VerificationConfig config) {
        this.pool = pool;
        this.logKey = logKey;
        this.record = record;
        this.alarm = alarm;
        this.verifier = new LogVerifier(new OutboxCheck(config.retiredOutboxes().orElse(Set.of())));
        this.longestRun = config.longestRun();
        this.pace = new Pace(config, System::nanoTime);
        this.drain = new Drain(
                "Verifications of the log",
                new BackOff(config.minBackOff(), config.maxBackOff()),
                () -> verify().replaceWith(false));
    }

    @Scheduled(every = "${lunaria.audit.verification.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return pace.isResting() ? Uni.createFrom().voidItem() : drain.run();
    }

    /** @return how it ended, when it is remembered and told */
    Uni<Verdict> verify() {
        return pool.withTransaction(connection -> verify(connection, logKey.key()))
                .chain(this::conclude)
                .invoke(pace::end);
    }

    /** It works from here on: waiting for a database is not followed by a rest. */
    private Uni<Conclusion> verify(SqlConnection connection, VerifierKey key) {
        pace.begin();
        return connection
                .query(ONE_MOMENT)
                .execute()
                .chain(() -> record.read(connection))
                .chain(before -> verify(connection, key, before)
                        .map(verdict -> new Conclusion(before, verdict.with(before.findings()))));
    }

    private Uni<Verdict> verify(SqlConnection connection, VerifierKey key, Recalled before) {
        long again = pace.again(before.verified().published().size());
        return verifier.verify(connection, before.verified(), key, again, Deadline.in(longestRun));
    }

    private Uni<Verdict> conclude(Conclusion conclusion) {
        Verdict verdict = conclusion.verdict();
        return remember(conclusion).chain(() -> alarm.tell(verdict)).replaceWith(verdict);
    }

    private Uni<Void> remember(Conclusion conclusion) {
        return conclusion.verdict().isGood()
                ? record.write(pool, conclusion.before(), conclusion.verdict().verified())
                : Uni.createFrom().voidItem();
    }

    private record Conclusion(Recalled before, Verdict verdict) {}
}
