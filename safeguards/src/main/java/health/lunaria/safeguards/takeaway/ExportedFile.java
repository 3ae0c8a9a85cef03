package health.lunaria.safeguards.takeaway;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/**
 * What an export task leaves. The names of the components stand in stored data: never rename one.
 *
 * @param file id of the stored file
 * @param size in bytes
 * @param expires when it is deleted
 */
@Confidential
public record ExportedFile(String file, String format, long size, Instant expires) {

    @Override
    public String toString() {
        return "ExportedFile[redacted]";
    }
}
