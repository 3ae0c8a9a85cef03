package health.lunaria.cycle.attachment;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;

/**
 * A file that belongs to a day, without its content.
 *
 * @param id opaque, says nothing
 * @param date the user's calendar date
 * @param size of the content, in bytes
 */
@Confidential
public record Attachment(String id, LocalDate date, FileType type, long size) {

    @Override
    public String toString() {
        return "Attachment[redacted]";
    }
}
