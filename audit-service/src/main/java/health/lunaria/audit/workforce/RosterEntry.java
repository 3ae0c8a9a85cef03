package health.lunaria.audit.workforce;

import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.redaction.Confidential;

/**
 * Somebody of the register, without her name.
 *
 * @param ref her pseudonym as a member
 * @param person the subject of her access tokens
 */
@Confidential
public record RosterEntry(SubjectRef ref, String person, Standing standing) {

    @Override
    public String toString() {
        return "RosterEntry[redacted]";
    }
}
