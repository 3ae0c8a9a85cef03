package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;

/** Whose data somebody needs to see, for which ticket, and why. */
@Confidential
record Need(Subject subject, String ticket, Sensitive<String> reason) {

    @Override
    public String toString() {
        return "Need[redacted]";
    }
}
