package health.lunaria.audit.keydeletion;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a deletion came, at a moment. */
enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("used")
    USED,
    /** What is stored does not open: somebody wrote into the database. */
    @JsonProperty("broken")
    BROKEN
}
