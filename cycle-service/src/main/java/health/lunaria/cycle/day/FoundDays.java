package health.lunaria.cycle.day;

import health.lunaria.cycle.attachment.Attachment;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/** Logged days by date, and what is attached to days of the same range, also to such on which nothing was logged. */
@Confidential
public record FoundDays(List<Day> days, List<Attachment> attachments) {

    @Override
    public String toString() {
        return "FoundDays[redacted]";
    }
}
