package health.lunaria.audit.breach;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * The duty of one clock was done.
 *
 * @param clock id of its rule
 * @param reason of the delay, if it was late (GDPR 33(1), Resolução CD/ANPD 15/2024, article 6)
 * @param by who recorded it
 */
@Confidential
public record Done(String clock, Instant at, String reason, String by) {

    @Override
    public String toString() {
        return "Done[redacted]";
    }
}
