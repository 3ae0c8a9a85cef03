package health.lunaria.safeguards.auditing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the way to audit-service. */
@ConfigMapping(prefix = "lunaria.auditing")
interface AuditingConfig {

    /** Events delivered in one request, at most 1,024 (what audit-service takes). */
    @WithDefault("200")
    int batchSize();

    /** How many undelivered events may wait before accesses are refused rather than forgotten. */
    @WithDefault("100000")
    int backlogLimit();

    /** How often audit-service is told how much the outbox took in and gave out. */
    @WithDefault("10s")
    Duration statementEvery();

    /** Pause after a failed delivery; doubles with each further failure, with jitter, up to {@link #maxBackOff()}. */
    @WithDefault("1s")
    Duration minBackOff();

    @WithDefault("30s")
    Duration maxBackOff();
}
