package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What cervical mucus felt and looked like, from least to most fertile: the categories t, Ø, f, S and S+ of the symptothermal method. The names stand in stored data: never rename one. */
public enum CervicalMucus {
    @JsonProperty("dry")
    DRY,
    @JsonProperty("nothing")
    NOTHING,
    @JsonProperty("moist")
    MOIST,
    @JsonProperty("creamy")
    CREAMY,
    @JsonProperty("egg-white")
    EGG_WHITE
}
