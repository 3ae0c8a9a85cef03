package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.DayEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** One person's days on the server, in memory, changed and read by the product's own rules. */
final class SimulatedServer {

    private static final int PAGE = 3;

    private final TreeMap<LocalDate, DayEntry> entries = new TreeMap<>();
    private long revision;

    SyncPage sync(SyncPosition since, List<DayChange> changes) {
        BatchMerge batch = new BatchMerge(changes, ++revision);
        for (LocalDate date : batch.dates()) {
            DayEntry before = entries.getOrDefault(date, DayEntry.none(date));
            DayEntry after = batch.apply(before);
            if (after != before) {
                entries.put(date, after);
            }
        }
        List<DayEntry> changed = entries.values().stream()
                .filter(entry -> entry.revision() >= since.firstUnread())
                .toList();
        return SyncPage.of(changed, since, PAGE, Instant.EPOCH, batch.conflicts());
    }

    TreeMap<LocalDate, DayEntry> entries() {
        return new TreeMap<>(entries);
    }
}
