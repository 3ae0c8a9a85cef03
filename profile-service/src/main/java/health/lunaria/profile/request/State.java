package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a request stands. The names stand in stored data: never rename one. */
enum State {
    @JsonProperty("received")
    RECEIVED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("in-progress")
    IN_PROGRESS,
    @JsonProperty("extended")
    EXTENDED,
    @JsonProperty("done")
    DONE,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    boolean isOpen() {
        return this != DONE && this != REFUSED && this != WITHDRAWN;
    }
}
