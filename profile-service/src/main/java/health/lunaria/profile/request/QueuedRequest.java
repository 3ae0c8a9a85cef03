package health.lunaria.profile.request;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.UUID;

/** A place in the queue, opened. */
@Confidential
record QueuedRequest(UUID id, State state, Instant dueAt, Stage stage, QueueEntry entry) {

    @Override
    public String toString() {
        return "QueuedRequest[redacted]";
    }
}
