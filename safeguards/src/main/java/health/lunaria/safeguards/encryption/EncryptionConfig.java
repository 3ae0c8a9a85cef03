package health.lunaria.safeguards.encryption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the key hierarchy. There is no switch that turns encryption off. */
@ConfigMapping(prefix = "lunaria.encryption")
interface EncryptionConfig {

    /** How long a shard key may be used without asking KMS again; ± {@link #jitter()}. */
    @WithDefault("15m")
    Duration shardKeyLifetime();

    /** How long a subject key is kept in memory; ± {@link #jitter()}. It also bounds how late an erasure is noticed. */
    @WithDefault("4m")
    Duration subjectKeyLifetime();

    /** Share of a lifetime by which it varies at random, so that keys do not all expire at once; 0 to 0.5. */
    @WithDefault("0.2")
    double jitter();

    /** Subject keys kept in memory at most. */
    @WithDefault("10000")
    int subjectKeysCached();
}
