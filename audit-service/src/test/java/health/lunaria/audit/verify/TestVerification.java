package health.lunaria.audit.verify;

import health.lunaria.safeguards.encryption.FixedServiceKeys;
import health.lunaria.safeguards.encryption.ServiceKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The verifier as a process would run it, with settings that a test can change. A new one is a restart. */
final class TestVerification {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ServiceKeys KEYS = FixedServiceKeys.of("audit-service", 1);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Verification verification;

    TestVerification(TestLogTables tables, TestLogKey key) {
        this(tables, key, 200_000, finding -> Uni.createFrom().voidItem());
    }

    TestVerification(TestLogTables tables, TestLogKey key, long rereadAllUpTo, IncidentSink sink) {
        verification = new Verification(
                tables.pool(),
                new PinnedLogKey(key.line()),
                new VerifiedRecord(KEYS),
                new Alarm(sink, meters),
                settings(rereadAllUpTo, Duration.ofDays(1)));
    }

    List<Finding> run() {
        return verdict().findings();
    }

    Verdict verdict() {
        return verification.verify().await().atMost(PATIENCE);
    }

    double meter(String name) {
        return meters.get("lunaria.audit.verification." + name).gauge().value();
    }

    static VerificationConfig settings(long rereadAllUpTo, Duration rereadWithin) {
        return new VerificationConfig() {
            @Override
            public String key() {
                return TestLogKey.number(1).line();
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(1);
            }

            @Override
            public long rereadAllUpTo() {
                return rereadAllUpTo;
            }

            @Override
            public Duration rereadWithin() {
                return rereadWithin;
            }

            @Override
            public Optional<Set<UUID>> retiredOutboxes() {
                return Optional.empty();
            }

            @Override
            public Duration longestRun() {
                return Duration.ofSeconds(20);
            }

            @Override
            public int rest() {
                return 4;
            }

            @Override
            public Duration minBackOff() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration maxBackOff() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
