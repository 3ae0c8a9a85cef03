package health.lunaria.cycle.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much a calendar feed tells to whoever sees the calendar. In JSON in lower case. The names stand in stored data: never
 * rename one.
 */
public enum Detail {
    /** That there is something, and nothing of what it is. */
    @JsonProperty("event")
    EVENT,
    /** That a period is expected. */
    @JsonProperty("period")
    PERIOD,
    /** Ranges with their probabilities, and the fertile window. */
    @JsonProperty("full")
    FULL
}
