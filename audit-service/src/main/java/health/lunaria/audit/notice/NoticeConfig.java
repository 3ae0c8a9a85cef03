package health.lunaria.audit.notice;

import health.lunaria.audit.breach.Regime;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of notices. The mail server is that of {@code quarkus.mailer}. */
@ConfigMapping(prefix = "lunaria.notice")
interface NoticeConfig {

    /** Where each authority takes notices by e-mail. Those that want a form of their own are told outside of this service. */
    Map<Regime, String> authorities();

    /**
     * Pause after the first failed attempt; doubles with each further one. Longer than an attempt can take, because until
     * then the recipient belongs to who began the attempt.
     */
    @WithDefault("1m")
    Duration minRetryPause();

    @WithDefault("1h")
    Duration maxRetryPause();

    /** Then a recipient is given up: after some three days, as the pauses are. */
    @WithDefault("80")
    int mostAttempts();

    /** An attempt that takes longer is broken off and counts as failed. */
    @WithDefault("30s")
    Duration sendTimeout();
}
