package health.lunaria.safeguards.auditing;

import health.lunaria.safeguards.identity.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * One access to one person's data, as it travels to audit-service. Says what was done and by whom, never what was read
 * or written.
 *
 * @param id UUID version 7; the same event delivered twice counts once
 * @param time when, to the millisecond
 * @param subject whose data; only in memory and, sealed, in the outbox
 * @param action {@code service.thing.verb}, e.g. {@code cycle.days.read}
 */
public record AccessEvent(UUID id, Instant time, String subject, Actor actor, String action) {

    public Subject about() {
        return new Subject(subject);
    }

    @Override
    public String toString() {
        return "AccessEvent[" + id + ", " + action + "]";
    }
}
