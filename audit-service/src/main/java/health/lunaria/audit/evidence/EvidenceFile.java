package health.lunaria.audit.evidence;

import health.lunaria.safeguards.redaction.Confidential;
import java.nio.charset.StandardCharsets;

/** A file of a bundle. */
@Confidential
record EvidenceFile(String name, byte[] content) {

    static EvidenceFile of(String name, String text) {
        return new EvidenceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "EvidenceFile[redacted]";
    }
}
