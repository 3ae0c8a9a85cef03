package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the cervix is open. The names stand in stored data: never rename one. */
public enum CervixOpening {
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("open")
    OPEN
}
