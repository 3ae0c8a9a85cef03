package health.lunaria.cycle.correction;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What somebody corrects about that which is derived from her days. The names stand in stored data: never rename one.
 *
 * <p>An <em>episode</em> is bleeding of which each day comes at most seven days after the one before. A {@link
 * #PERIOD_START} ends the episode before it and begins one of its own; only then it is looked which episodes are periods.
 * A correction of an episode belongs to its first day. If the date is not, or no longer, the first day of one, the
 * correction has no effect; it is kept, and counts again should the days be as they were.
 */
public enum CorrectionKind {
    /** The episode that begins on the date is no period: no cycle begins with it. It is still bleeding. */
    @JsonProperty("not-a-period")
    NOT_A_PERIOD,
    /** As {@link #NOT_A_PERIOD}, and the days of the episode count as days of spotting. */
    @JsonProperty("spotting-only")
    SPOTTING_ONLY,
    /** The cycle in which the date lies stays in the list, but counts in no statistic and in no prediction. */
    @JsonProperty("excluded-cycle")
    EXCLUDED_CYCLE,
    /** A period began on the date, whatever was or was not logged. */
    @JsonProperty("period-start")
    PERIOD_START;

    /** Whether it says what the bleeding that begins on its date is: only one such thing can be true. */
    boolean isAboutBleeding() {
        return this != EXCLUDED_CYCLE;
    }
}
