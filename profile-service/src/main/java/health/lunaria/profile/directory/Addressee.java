package health.lunaria.profile.directory;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;

/** @param subject who gave the address, for her access log; never shown */
@Confidential
record Addressee(String subject) {

    Subject about() {
        return new Subject(subject);
    }

    @Override
    public String toString() {
        return "Addressee[redacted]";
    }
}
