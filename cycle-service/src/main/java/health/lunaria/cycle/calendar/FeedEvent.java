package health.lunaria.cycle.calendar;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Whole days in a calendar.
 *
 * @param first first day
 * @param last last day, included
 * @param description null for none
 */
@Confidential
record FeedEvent(UUID uid, LocalDate first, LocalDate last, String summary, String description) {

    @Override
    public String toString() {
        return "FeedEvent[redacted]";
    }
}
