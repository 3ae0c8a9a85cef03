package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How high the cervix lies. The names stand in stored data: never rename one. */
public enum CervixPosition {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH
}
