package health.lunaria.safeguards.retention;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** Something that is kept for a time only. An {@code @ApplicationScoped} or {@code @Singleton} bean each. */
public interface RetentionRule {

    /** Stable, lower case, hyphenated: it stands in reports. */
    String name();

    /** What goes, and after how long, for {@code docs/retention.md}. */
    Terms terms();

    /** How many were to go if everything from before this time did. */
    Uni<Long> due(Instant before);

    /**
     * Lets go of at most so many from before this time. Safe to be called by two processes at once.
     *
     * @return how many; fewer than {@code most} if none is left. Always 0 if something else sees to it: then it is counted only
     */
    Uni<Integer> apply(Instant before, int most);

    /**
     * @param what is meant, in a few words
     * @param keep how long
     * @param setting which setting says so
     * @param reason the law, or why it is needed no longer
     * @param by what lets it go, if not this rule; else {@code null}
     */
    record Terms(String what, Duration keep, String setting, String reason, String by) {}
}
