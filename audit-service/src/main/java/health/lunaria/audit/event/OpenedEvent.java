package health.lunaria.audit.event;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;

/** An event with its place in the log and what its leaf commits to. */
@Confidential
public record OpenedEvent(LoggedEvent logged, Commitment commitment) {

    static OpenedEvent of(SubjectKey key, Subject subject, StoredEvent stored) {
        Opening opening = EventSeal.opening(key, subject, stored);
        return new OpenedEvent(new LoggedEvent(stored.index(), opening.event()), Commitment.of(subject, opening));
    }

    @Override
    public String toString() {
        return "OpenedEvent[redacted]";
    }
}
