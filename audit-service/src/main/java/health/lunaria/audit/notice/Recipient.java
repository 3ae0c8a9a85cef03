package health.lunaria.audit.notice;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;

/** Where a notice is sent, sealed. */
@Confidential
record Recipient(Sensitive<String> address) {

    @Override
    public String toString() {
        return "Recipient[redacted]";
    }
}
