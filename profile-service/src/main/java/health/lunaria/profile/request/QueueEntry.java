package health.lunaria.profile.request;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/**
 * What the queue says of a request: nothing that she wrote.
 *
 * @param subject whose request it is, never shown
 */
@Confidential
record QueueEntry(String subject, Kind kind, List<Regime> regimes) {

    Subject about() {
        return new Subject(subject);
    }

    @Override
    public String toString() {
        return "QueueEntry[redacted]";
    }
}
