package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an exception came, at a moment. */
enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("used")
    USED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("expired")
    EXPIRED
}
