package health.lunaria.audit.event;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * An event with its place in the log.
 *
 * @param index of its leaf, from 0
 */
@Confidential
public record LoggedEvent(long index, Event event) {

    @Override
    public String toString() {
        return "LoggedEvent[redacted]";
    }
}
