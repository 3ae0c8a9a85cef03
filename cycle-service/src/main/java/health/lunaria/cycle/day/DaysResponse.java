package health.lunaria.cycle.day;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.cycle.attachment.AttachmentResponse;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.Comparator;
import java.util.List;

/** Days as they are stored; after a write with the revision that it made, after a search with what is attached to them. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record DaysResponse(Long revision, List<StoredDay> days, List<AttachmentResponse> attachments) {

    static DaysResponse found(FoundDays found) {
        return new DaysResponse(
                null,
                items(found.days()),
                found.attachments().stream().map(AttachmentResponse::from).toList());
    }

    static DaysResponse stored(long revision, List<Day> days) {
        return new DaysResponse(revision, items(days), null);
    }

    private static List<StoredDay> items(List<Day> days) {
        return days.stream()
                .sorted(Comparator.comparing(Day::date))
                .map(StoredDay::from)
                .toList();
    }

    @Override
    public String toString() {
        return "DaysResponse[redacted]";
    }
}
