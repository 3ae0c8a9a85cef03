package health.lunaria.audit.accesslog;

import health.lunaria.audit.event.Event;
import health.lunaria.audit.event.LoggedEvent;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who accessed what, latest first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
@Confidential
record AccessLogResponse(List<Entry> entries, String next) {

    static AccessLogResponse of(List<LoggedEvent> events, String next) {
        return new AccessLogResponse(events.stream().map(Entry::from).toList(), next);
    }

    /** @param index place of the event's leaf in the log */
    @Confidential
    record Entry(UUID id, Instant time, Actor actor, String service, String action, long index) {

        static Entry from(LoggedEvent logged) {
            Event event = logged.event();
            return new Entry(event.id(), event.time(), event.actor(), event.service(), event.action(), logged.index());
        }

        @Override
        public String toString() {
            return "Entry[redacted]";
        }
    }

    @Override
    public String toString() {
        return "AccessLogResponse[redacted]";
    }
}
