package health.lunaria.audit.event;

import health.lunaria.safeguards.redaction.Confidential;

/**
 * An event with what opens its leaf.
 *
 * @param index of its leaf, from 0
 */
@Confidential
public record DisclosedEvent(long index, Event event, Commitment commitment) {

    @Override
    public String toString() {
        return "DisclosedEvent[redacted]";
    }
}
