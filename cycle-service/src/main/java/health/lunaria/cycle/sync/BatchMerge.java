package health.lunaria.cycle.sync;

import static java.util.stream.Collectors.toMap;

import health.lunaria.cycle.day.DayEntry;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Merges what a device changed into the stored days, field by field. docs/adr/0018 has the reasons.
 *
 * <ul>
 *   <li>A field that nobody else changed since the device's base takes the device's value.
 *   <li>A field that somebody else changed differently meanwhile stays as it is, and the device is told of a conflict. A
 *       batch that is sent a second time thus changes nothing: its own first arrival is the change that came between.
 *   <li>Of a note both versions survive, one below the other, unless one contains the other, or the device's was there before
 *       and is known to have been replaced.
 * </ul>
 *
 * One instance merges one batch. Not thread-safe.
 */
@Confidential
final class BatchMerge implements UnaryOperator<DayEntry> {

    private final Map<LocalDate, DayChange> changes;
    private final long revision;
    private final List<Conflict> conflicts = new ArrayList<>();

    /** @param revision that the batch makes */
    BatchMerge(List<DayChange> changes, long revision) {
        this.changes =
                changes.stream().collect(toMap(DayChange::date, change -> change, (one, two) -> one, TreeMap::new));
        this.revision = revision;
    }

    long revision() {
        return revision;
    }

    Set<LocalDate> dates() {
        return changes.keySet();
    }

    /** In the order of the merged days. */
    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    @Override
    public DayEntry apply(DayEntry stored) {
        DayChange change = changes.get(stored.date());
        DayEntry merged = stored;
        for (Map.Entry<String, Object> field : change.fields().entrySet()) {
            merged = merge(merged, field.getKey(), field.getValue(), base(change));
        }
        return merged;
    }

    /** A revision that was never given out was not seen either. */
    private long base(DayChange change) {
        return change.baseRevision() < revision ? change.baseRevision() : 0;
    }

    private DayEntry merge(DayEntry stored, String field, Object yours, long base) {
        Object theirs = stored.valueOf(field);
        if (DayEntry.isSame(yours, theirs)) {
            return stored;
        }
        if (stored.revisionOf(field) <= base) {
            return stored.with(field, yours, revision);
        }
        Optional<DayEntry> both = yours instanceof Sensitive<?> note && field.equals(DayEntry.NOTE)
                ? stored.withBothNotes(note.map(String.class::cast), revision)
                : Optional.empty();
        if (both.isEmpty()) {
            conflicts.add(Conflict.of(stored.date(), field, yours, theirs));
        }
        return both.orElse(stored);
    }

    @Override
    public String toString() {
        return "BatchMerge[redacted]";
    }
}
