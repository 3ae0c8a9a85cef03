package health.lunaria.audit.event;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One access to one person's data, in clear; who she is stands beside it, never in it.
 *
 * @param id UUID version 7, by the service that was accessed
 * @param time when, cut to the millisecond
 * @param service which service was accessed, e.g. {@code cycle-service}
 * @param action {@code service.thing.verb}, e.g. {@code cycle.days.read}
 */
@Confidential
public record Event(UUID id, Instant time, Actor actor, String service, String action) {

    public Event {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String toString() {
        return "Event[redacted]";
    }
}
