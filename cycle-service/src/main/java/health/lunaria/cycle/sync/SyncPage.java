package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.DayEntry;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;

/**
 * Some changes that a device has not read, oldest first.
 *
 * @param next where it goes on
 * @param hasMore whether there is more right now
 */
@Confidential
record SyncPage(List<DayEntry> entries, SyncPosition next, boolean hasMore, List<Conflict> conflicts) {

    /** Five years of days, and some. */
    static final int MAX_DAYS = 2_000;

    /** @param changed what was changed at {@link SyncPosition#firstUnread} or later */
    static SyncPage of(List<DayEntry> changed, SyncPosition since, Instant now, List<Conflict> conflicts) {
        List<DayEntry> unread = changed.stream()
                .filter(since::isBefore)
                // Who has read nothing yet has nothing to delete.
                .filter(entry -> !since.isStart() || !entry.isEmpty())
                .sorted(SyncPosition.ORDER)
                .toList();
        if (unread.size() > MAX_DAYS) {
            List<DayEntry> page = unread.subList(0, MAX_DAYS);
            return new SyncPage(page, SyncPosition.after(page.get(MAX_DAYS - 1), now), true, conflicts);
        }
        long read = changed.stream().mapToLong(DayEntry::revision).max().orElse(since.revision());
        return new SyncPage(unread, SyncPosition.after(Math.max(read, since.revision()), now), false, conflicts);
    }

    @Override
    public String toString() {
        return "SyncPage[redacted]";
    }
}
