package health.lunaria.profile.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.Set;

/**
 * How the app behaves for her, on all her devices. What is {@code null} is as the app has it. The names of the values stand in
 * stored data: never rename one.
 *
 * @param notifications the kinds that are on
 * @param appLock whether the app asks for the device's lock
 */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record Preferences(Units units, FirstDay firstDayOfWeek, Set<Notification> notifications, Boolean appLock) {

    enum Units {
        @JsonProperty("metric")
        METRIC,
        @JsonProperty("us")
        US
    }

    enum FirstDay {
        @JsonProperty("monday")
        MONDAY,
        @JsonProperty("saturday")
        SATURDAY,
        @JsonProperty("sunday")
        SUNDAY
    }

    enum Notification {
        @JsonProperty("period")
        PERIOD,
        @JsonProperty("fertile-window")
        FERTILE_WINDOW,
        @JsonProperty("logging")
        LOGGING,
        @JsonProperty("access")
        ACCESS
    }

    @Override
    public String toString() {
        return "Preferences[redacted]";
    }
}
