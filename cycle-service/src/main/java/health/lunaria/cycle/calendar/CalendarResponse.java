package health.lunaria.cycle.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;

/** The user's feed; its address only in the answer to the call that made it. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarResponse(Detail detail, Instant created, Sensitive<String> address) {

    static CalendarResponse of(CalendarFeed feed) {
        return new CalendarResponse(feed.detail(), feed.created(), null);
    }

    static CalendarResponse of(CalendarFeed feed, String address) {
        return new CalendarResponse(feed.detail(), feed.created(), Sensitive.of(address));
    }

    @Override
    public String toString() {
        return "CalendarResponse[redacted]";
    }
}
