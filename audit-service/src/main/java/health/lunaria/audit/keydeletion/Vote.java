package health.lunaria.audit.keydeletion;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/** Somebody's yes or no, and when it was. */
@Confidential
record Vote(String person, Instant at) {

    @Override
    public String toString() {
        return "Vote[redacted]";
    }
}
