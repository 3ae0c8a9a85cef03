package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much it bled on a day. In JSON in lower case. The names stand in stored data: never rename one. */
public enum Flow {
    @JsonProperty("none")
    NONE,
    @JsonProperty("spotting")
    SPOTTING,
    @JsonProperty("light")
    LIGHT,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("heavy")
    HEAVY
}
