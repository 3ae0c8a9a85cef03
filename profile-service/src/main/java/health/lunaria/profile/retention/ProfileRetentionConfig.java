package health.lunaria.profile.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long this service keeps what is its own. */
@ConfigMapping(prefix = "lunaria.profile.retention")
interface ProfileRetentionConfig {

    /** Months are counted as the 730 days of two years. */
    @WithDefault("730d")
    Duration inactiveAccounts();

    /** Between the mark as inactive and the erasure. Being seen once in between undoes it. */
    @WithDefault("30d")
    Duration inactiveNotice();

    /**
     * From the receipt of a request. It is kept for three years after its end, for the limitation of claims; the end is sealed, and
     * comes within a year.
     */
    @WithDefault("1461d")
    Duration closedRequests();
}
