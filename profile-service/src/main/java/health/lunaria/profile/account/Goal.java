package health.lunaria.profile.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody uses the app for. The names stand in stored data: never rename one. */
public enum Goal {
    @JsonProperty("track-cycle")
    TRACK_CYCLE,
    @JsonProperty("conceive")
    CONCEIVE,
    @JsonProperty("avoid-pregnancy")
    AVOID_PREGNANCY,
    @JsonProperty("pregnancy")
    PREGNANCY,
    @JsonProperty("perimenopause")
    PERIMENOPAUSE
}
