package health.lunaria.profile.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an erasure stands. The names stand in stored data: never rename one. */
enum ErasureState {
    /** Can be cancelled. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("cancelled")
    CANCELLED
}
