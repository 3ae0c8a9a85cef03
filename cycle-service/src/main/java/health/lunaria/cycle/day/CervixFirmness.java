package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How firm the cervix feels. The names stand in stored data: never rename one. */
public enum CervixFirmness {
    @JsonProperty("hard")
    HARD,
    @JsonProperty("soft")
    SOFT
}
