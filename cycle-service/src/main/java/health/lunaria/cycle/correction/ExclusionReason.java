package health.lunaria.cycle.correction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a cycle is excluded. The names stand in stored data: never rename one. */
public enum ExclusionReason {
    @JsonProperty("illness")
    ILLNESS,
    @JsonProperty("travel")
    TRAVEL,
    @JsonProperty("medication")
    MEDICATION,
    @JsonProperty("stress")
    STRESS,
    @JsonProperty("pregnancy-loss")
    PREGNANCY_LOSS,
    @JsonProperty("other")
    OTHER
}
