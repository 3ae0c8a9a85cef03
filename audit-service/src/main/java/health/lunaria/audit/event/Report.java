package health.lunaria.audit.event;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;

/** An event as a service reports it, with the person it is about. */
@Confidential
record Report(Subject subject, Event event) {

    @Override
    public String toString() {
        return "Report[redacted]";
    }
}
