package health.lunaria.profile.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What data may be processed for. The names stand in stored data: never rename one. */
public enum Purpose {
    /** Logging, deriving and predicting: without it there is no cycle-service. */
    @JsonProperty("health-data")
    HEALTH_DATA,
    @JsonProperty("analytics")
    ANALYTICS,
    @JsonProperty("marketing")
    MARKETING,
    @JsonProperty("research")
    RESEARCH;

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Purpose> of(String slug) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.slug().equals(slug))
                .findFirst();
    }
}
