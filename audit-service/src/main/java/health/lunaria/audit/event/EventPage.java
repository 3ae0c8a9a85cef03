package health.lunaria.audit.event;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * Some of a subject's events, those that came into the log last first.
 *
 * @param isLast whether there are none after these
 */
@Confidential
public record EventPage(List<LoggedEvent> events, boolean isLast) {

    /** @param found up to one more than the limit, which tells whether there are more */
    static EventPage of(List<LoggedEvent> found, int limit) {
        return new EventPage(found.subList(0, Math.min(found.size(), limit)), found.size() <= limit);
    }

    @Override
    public String toString() {
        return "EventPage[redacted]";
    }
}
