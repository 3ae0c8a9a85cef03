package health.lunaria.audit.workforce;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * That somebody did what everybody has to do once a year.
 *
 * @param of which course, or which set of policies by their ids
 * @param at when
 */
public record Proof(String of, Instant at) {

    /** For how long it counts, its last instant included. */
    static final Duration VALID = Duration.ofDays(365);

    /** What has to be proved. The names stand in stored data: never rename one. */
    public enum Kind {
        @JsonProperty("training")
        TRAINING,
        @JsonProperty("policy")
        POLICY
    }

    public Instant expiresAt() {
        return at.plus(VALID);
    }

    boolean isExpired(Instant now) {
        return now.isAfter(expiresAt());
    }

    /** One from the future counts no more than none: some clock is wrong, or somebody. */
    static boolean isMissing(Proof proof, Instant now) {
        return proof == null || proof.at().isAfter(now);
    }
}
