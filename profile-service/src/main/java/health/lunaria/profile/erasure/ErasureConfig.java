package health.lunaria.profile.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of erasures. */
@ConfigMapping(prefix = "lunaria.profile.erasure")
interface ErasureConfig {

    /** How long an erasure can be cancelled, if she does not say. */
    @WithDefault("72h")
    Duration coolingOff();

    /** After how long every backup from before an erasure is unreadable: an epoch, two approvals, and the key's own waiting time. */
    @WithDefault("23d")
    Duration backupsUnreadableAfter();

    /** Erasures under way at once in this process. */
    @WithDefault("4")
    int concurrency();

    /** A step that takes longer counts as failed. */
    @WithDefault("10s")
    Duration stepTimeout();

    /**
     * Pause after the first failed attempt at a step; doubles with each further one. Longer than a step can take, because until then
     * the erasure belongs to who began the attempt.
     */
    @WithDefault("15s")
    Duration minRetryPause();

    /** A step is tried again until it succeeds. */
    @WithDefault("5m")
    Duration maxRetryPause();
}
