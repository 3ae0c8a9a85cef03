package health.lunaria.audit.event;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of a subject's events, those that came into the log last first.
 *
 * @param next the next page has only places before this one; {@code null} when there are none
 */
@Confidential
public record EventPage(List<LoggedEvent> events, Long next) {

    /**
     * @param found those looked at, which may be one more than {@code looked}: that tells whether there are more
     * @param looked how many were to be looked at
     * @param limit how many to show at most
     */
    static EventPage of(List<LoggedEvent> found, EventFilter filter, int looked, int limit) {
        List<LoggedEvent> shown = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (i == looked || shown.size() == limit) {
                return new EventPage(shown, found.get(i - 1).index());
            }
            if (filter.shows(found.get(i).event())) {
                shown.add(found.get(i));
            }
        }
        return new EventPage(shown, null);
    }

    @Override
    public String toString() {
        return "EventPage[redacted]";
    }
}
