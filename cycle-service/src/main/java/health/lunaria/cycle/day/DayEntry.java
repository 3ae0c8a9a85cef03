package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A day, and when each of its fields was last changed. Immutable: every change gives a new entry, or this one if it changes nothing. */
@Confidential
public record DayEntry(Day day, DayHistory history) {

    public static final String NOTE = "note";

    /** Characters up to which two notes are put together. */
    private static final int LONGEST_NOTE = 8_000;

    /** Of a date on which nothing was ever logged. */
    public static DayEntry none(LocalDate date) {
        return new DayEntry(Day.empty(date), DayHistory.NONE);
    }

    public LocalDate date() {
        return day.date();
    }

    /** The subject's revision at which this day was last changed; 0 if nothing was ever logged. */
    public long revision() {
        return history.revision();
    }

    /** Whether nothing is logged (any more). */
    public boolean isEmpty() {
        return DayFields.of(day).isEmpty();
    }

    /** When a field was last set or cleared; 0 if never. */
    public long revisionOf(String field) {
        return history.revisionOf(field);
    }

    /** What stands in a field, or {@code null}. */
    public Object valueOf(String field) {
        return DayFields.value(day, field);
    }

    /** The entry with every field as in another day. */
    DayEntry replacedBy(Day other, long revision) {
        DayEntry entry = this;
        for (String field : DayFields.NAMES) {
            entry = entry.with(field, DayFields.value(other, field), revision);
        }
        return entry;
    }

    /**
     * The entry with another value in one field.
     *
     * @param value {@code null} to clear it
     */
    public DayEntry with(String field, Object value, long revision) {
        Object before = valueOf(field);
        if (isSame(before, value)) {
            return this;
        }
        DayHistory after = history.changed(field, revision);
        if (field.equals(NOTE) && before instanceof Sensitive<?> note) {
            after = after.rememberingNote((String) note.disclose());
        }
        Map<String, Object> values = new LinkedHashMap<>(DayFields.of(day));
        values.put(field, value);
        Day changed = DayFields.day(day.date(), values);
        boolean empty = DayFields.of(changed).isEmpty();
        return new DayEntry(changed, after.emptied(empty ? LocalDate.now(ZoneOffset.UTC) : null));
    }

    /**
     * The entry whose note holds this one as well, below what stands there; this entry if it does already.
     *
     * @return empty if the two are too long together, or the other one stood here before and was replaced
     */
    public Optional<DayEntry> withBothNotes(Sensitive<String> other, long revision) {
        String theirs = day.note() == null ? "" : day.note().disclose();
        String yours = other.disclose();
        if (theirs.contains(yours)) {
            return Optional.of(this);
        }
        String both = yours.contains(theirs) ? yours : theirs + "\n\n" + yours;
        if (both.length() > LONGEST_NOTE || history.knowsNote(yours)) {
            return Optional.empty();
        }
        DayEntry changed = with(NOTE, Sensitive.of(both), revision);
        return Optional.of(new DayEntry(changed.day, changed.history.rememberingNote(yours)));
    }

    /** Whether two values of a field say the same: 36.5 is 36.50, and the order of a list says nothing. */
    public static boolean isSame(Object one, Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber) == 0;
        }
        if (one instanceof List<?> || other instanceof List<?>) {
            return asSet(one).equals(asSet(other));
        }
        return Objects.equals(one, other);
    }

    private static Set<?> asSet(Object values) {
        return values == null ? Set.of() : Set.copyOf((List<?>) values);
    }

    @Override
    public String toString() {
        return "DayEntry[redacted]";
    }
}
