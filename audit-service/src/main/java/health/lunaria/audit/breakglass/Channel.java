package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a user was told. The names stand in stored data: never rename one. */
enum Channel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("letter")
    LETTER,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("in-app")
    IN_APP
}
