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

    /** @param changed what was changed at {@link SyncPosition#firstUnread} or later */
    static SyncPage of(List<DayEntry> changed, SyncPosition since, int maxDays, Instant now, List<Conflict> conflicts) {
        List<DayEntry> unread = changed.stream()
                .filter(since::isBefore)
                .sorted(SyncPosition.ORDER)
                .toList();
        if (unread.size() > maxDays) {
            List<DayEntry> page = unread.subList(0, maxDays);
            return new SyncPage(page, SyncPosition.after(page.get(maxDays - 1), now), true, conflicts);
        }
        long read = changed.stream().mapToLong(DayEntry::revision).max().orElse(since.revision());
        return new SyncPage(unread, SyncPosition.after(Math.max(read, since.revision()), now), false, conflicts);
    }

    @Override
    public String toString() {
        return "SyncPage[redacted]";
    }
}
