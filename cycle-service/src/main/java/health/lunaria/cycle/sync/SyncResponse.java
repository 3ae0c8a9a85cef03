package health.lunaria.cycle.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.cycle.day.DayEntry;
import health.lunaria.cycle.day.StoredDay;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days that others (and this batch) changed, oldest change first, and what could not be merged. */
@Confidential
record SyncResponse(
        @Schema(description = "To be sent with the next call; works for 90 days")
        String token,

        @Schema(description = "Whether to call again at once")
        boolean hasMore,

        List<Item> changes,
        List<Conflict> conflicts) {

    static SyncResponse of(SyncPage page, String token) {
        return new SyncResponse(
                token, page.hasMore(), page.entries().stream().map(Item::from).toList(), page.conflicts());
    }

    /** A day at its latest revision; {@code day} is null if it was deleted. */
    @Confidential
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ChangedDay")
    record Item(
            LocalDate date,
            long revision,
            @Schema(nullable = true) StoredDay day) {

        static Item from(DayEntry entry) {
            return new Item(entry.date(), entry.revision(), entry.isEmpty() ? null : StoredDay.from(entry.day()));
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "SyncResponse[redacted]";
    }
}
