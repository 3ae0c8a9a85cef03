package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a request. The names stand in stored data: never rename one. */
enum Step {
    @JsonProperty("receive")
    RECEIVE,
    @JsonProperty("confirm")
    CONFIRM,
    @JsonProperty("start")
    START,
    @JsonProperty("extend")
    EXTEND,
    /** Something is wanted that shows who she is. */
    @JsonProperty("ask-identity")
    ASK_IDENTITY,
    /** She gave it. */
    @JsonProperty("show-identity")
    SHOW_IDENTITY,
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("refuse")
    REFUSE,
    @JsonProperty("withdraw")
    WITHDRAW
}
