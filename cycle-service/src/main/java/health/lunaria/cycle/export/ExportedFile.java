package health.lunaria.cycle.export;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * What an export task leaves.
 *
 * @param file id of the stored file
 * @param size in bytes
 * @param expires when it is deleted
 */
@Confidential
record ExportedFile(String file, String format, long size, Instant expires) {

    @Override
    public String toString() {
        return "ExportedFile[redacted]";
    }
}
