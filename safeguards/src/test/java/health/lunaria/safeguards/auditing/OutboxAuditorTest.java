package health.lunaria.safeguards.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.encryption.FixedServiceKeys;
import health.lunaria.safeguards.encryption.KeysUnavailableException;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxAuditorTest {

    private static final Subject SUBJECT = new Subject("somebody");

    record Settings(int batchSize, int backlogLimit, Duration statementEvery, Duration minBackOff, Duration maxBackOff)
            implements AuditingConfig {}

    @Test
    void refusesTheAccessWhenTheBacklogIsFull() {
        Auditor auditor = new OutboxAuditor(new OutboxSeal(FixedServiceKeys.of("cycle-service", 1)), backlog(0));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> auditor.record(SUBJECT, "cycle.days.read").await().indefinitely())
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(CommonProblem.AUDIT_BACKLOG));
    }

    @Test
    void refusesTheAccessWhenTheRecordCannotBeSealed() {
        Auditor auditor = new OutboxAuditor(new OutboxSeal(FixedServiceKeys.notLoaded()), backlog(1));

        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(
                        () -> auditor.record(SUBJECT, "cycle.days.read").await().indefinitely());
    }

    private static Backlog backlog(int limit) {
        var settings = new Settings(1, limit, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(2));
        return new Backlog(null, settings, new SimpleMeterRegistry());
    }
}
