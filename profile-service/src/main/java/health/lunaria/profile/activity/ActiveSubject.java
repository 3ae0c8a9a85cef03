package health.lunaria.profile.activity;

import health.lunaria.safeguards.redaction.Confidential;

/** @param subject of the access tokens */
@Confidential
record ActiveSubject(String subject) {

    @Override
    public String toString() {
        return "ActiveSubject[redacted]";
    }
}
