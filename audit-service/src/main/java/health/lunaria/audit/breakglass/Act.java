package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/** What somebody did, as whom, and when. */
@Confidential
record Act(String person, String role, Instant at) {

    @Override
    public String toString() {
        return "Act[redacted]";
    }
}
