package health.lunaria.audit.breakglass;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/** What somebody did, as whom, and when. */
@Confidential
record Act(String person, StaffRole role, Instant at) {

    @Override
    public String toString() {
        return "Act[redacted]";
    }
}
