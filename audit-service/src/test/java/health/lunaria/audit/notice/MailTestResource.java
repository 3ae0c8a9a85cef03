package health.lunaria.audit.notice;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A mail server, and times as short as a test wants them. */
public final class MailTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lunaria.smtp.host", "127.0.0.1",
                "lunaria.smtp.port", Integer.toString(TestMail.start().port()),
                "lunaria.notice.authorities.gdpr", "authority@example.test",
                "lunaria.incident.management", "first-boss@example.test,second-boss@example.test",
                "lunaria.notice.min-retry-pause", "2s",
                "lunaria.notice.max-retry-pause", "2s",
                "lunaria.notice.most-attempts", "3",
                "lunaria.notice.send-timeout", "1s");
    }

    /** Shared by all tests of the run; it ends with its JVM. */
    @Override
    public void stop() {}
}
