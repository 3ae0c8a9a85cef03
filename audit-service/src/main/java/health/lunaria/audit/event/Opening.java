package health.lunaria.audit.event;

import health.lunaria.safeguards.redaction.Confidential;

/** What opens a leaf's commitment, together with the subject: what is sealed as one record. */
@Confidential
record Opening(Event event, byte[] salt) {

    @Override
    public String toString() {
        return "Opening[redacted]";
    }
}
