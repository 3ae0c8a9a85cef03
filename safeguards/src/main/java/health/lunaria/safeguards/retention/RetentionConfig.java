package health.lunaria.safeguards.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept that every service has. */
@ConfigMapping(prefix = "lunaria.retention")
interface RetentionConfig {

    /** How often is looked whether a rule has not run for a day. */
    @WithDefault("1h")
    Duration look();

    /** A start is busy enough. */
    @WithDefault("5m")
    Duration afterStart();

    /** That somebody was erased. Longer than any backup lives, or one could bring her back. */
    @WithDefault("40d")
    Duration erasures();

    /** Reports of what was deleted: a year, so that an audit sees all of it, and the time to make one. */
    @WithDefault("400d")
    Duration reports();
}
