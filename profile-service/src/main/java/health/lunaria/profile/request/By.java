package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who took a step. The names stand in stored data: never rename one. */
enum By {
    @JsonProperty("user")
    USER,
    @JsonProperty("dpo")
    DPO
}
