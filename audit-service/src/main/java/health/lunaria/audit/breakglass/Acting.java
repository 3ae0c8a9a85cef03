package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.Set;

/**
 * Who wants to take a step.
 *
 * @param roles those of the staff that her token has
 */
@Confidential
record Acting(Subject subject, Set<String> roles) {

    String person() {
        return subject.id();
    }

    @Override
    public String toString() {
        return "Acting[redacted]";
    }
}
