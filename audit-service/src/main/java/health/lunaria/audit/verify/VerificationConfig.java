package health.lunaria.audit.verify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Settings of the verifier. */
@ConfigMapping(prefix = "lunaria.audit.verification")
interface VerificationConfig {

    /** The log's key as C2SP signed-note writes verifier keys. */
    String key();

    /** How often it is looked whether a run is due. */
    @WithDefault("1s")
    Duration every();

    /** Up to this many leaves everything is read again in every run. */
    @WithDefault("200000")
    long rereadAllUpTo();

    /** Of a larger log a part is read again in every run, so that all of it is within this time. */
    @WithDefault("24h")
    Duration rereadWithin();

    /**
     * Outboxes that are no more, because a service's database was made anew: whoever takes one away without saying so
     * here, where changes are reviewed, is found.
     */
    Optional<Set<UUID>> retiredOutboxes();

    /** When a run ends and leaves the rest to the next one. */
    @WithDefault("20s")
    Duration longestRun();

    /** After a run the verifier rests this many times as long as it took: it takes a share of a core, not all of it. */
    @WithDefault("4")
    int rest();

    /** Pause after a run that failed; doubles with each further failure, up to {@link #maxBackOff()}. */
    @WithDefault("1s")
    Duration minBackOff();

    @WithDefault("1m")
    Duration maxBackOff();
}
