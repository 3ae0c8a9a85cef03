package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How near the next date of an open request is. The names stand in stored data: never rename one; later ones are more urgent.
 */
enum Stage {
    @JsonProperty("calm")
    CALM(Duration.ZERO),
    @JsonProperty("seven-days")
    SEVEN_DAYS(Duration.ofDays(7)),
    @JsonProperty("two-days")
    TWO_DAYS(Duration.ofDays(2)),
    @JsonProperty("overdue")
    OVERDUE(Duration.ZERO);

    private final Duration before;

    Stage(Duration before) {
        this.before = before;
    }

    /** Dates before this time are at this stage at least. */
    Instant reaches(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plus(before);
    }

    List<Stage> earlier() {
        return List.of(values()).subList(0, ordinal());
    }
}
