package health.lunaria.cycle.imports;

import static java.util.stream.Collectors.toMap;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayEntry;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Fills up stored days with imported ones, and overwrites nothing: a field that is not logged takes the imported value, a
 * list takes what it lacks, a note what it does not contain. Where something else is logged, that stays. To import the same
 * again thus adds nothing.
 *
 * One instance merges one batch. Not thread-safe.
 */
@Confidential
final class ImportMerge implements UnaryOperator<DayEntry> {

    private final Map<LocalDate, Day> imported;
    private final long revision;
    private int added;
    private int there;
    private int kept;

    /** @param revision that the batch makes */
    ImportMerge(List<Day> imported, long revision) {
        this.imported = imported.stream().collect(toMap(Day::date, day -> day));
        this.revision = revision;
    }

    long revision() {
        return revision;
    }

    Set<LocalDate> dates() {
        return imported.keySet();
    }

    ImportCounts counts() {
        return new ImportCounts(added, there, kept);
    }

    @Override
    public DayEntry apply(DayEntry stored) {
        DayEntry filled = stored;
        for (Map.Entry<String, Object> field :
                DayFields.of(imported.get(stored.date())).entrySet()) {
            filled = fill(filled, field.getKey(), field.getValue());
        }
        return filled;
    }

    private DayEntry fill(DayEntry stored, String field, Object value) {
        DayEntry filled = filled(stored, field, value).orElse(null);
        if (filled == null) {
            kept++;
            return stored;
        }
        if (filled == stored) {
            there++;
        } else {
            added++;
        }
        return filled;
    }

    /** Empty if something else is logged, that stays. */
    private Optional<DayEntry> filled(DayEntry stored, String field, Object value) {
        Object logged = stored.valueOf(field);
        if (logged == null || DayEntry.isSame(logged, value)) {
            return Optional.of(stored.with(field, value, revision));
        }
        if (logged instanceof List<?> values) {
            return Optional.of(stored.with(field, union(values, (List<?>) value), revision));
        }
        return value instanceof Sensitive<?> note
                ? stored.withBothNotes(note.map(String.class::cast), revision)
                : Optional.empty();
    }

    private static List<?> union(List<?> values, List<?> more) {
        List<Object> union = new ArrayList<>(values);
        more.stream().filter(value -> !values.contains(value)).forEach(union::add);
        return union;
    }

    @Override
    public String toString() {
        return "ImportMerge[redacted]";
    }
}
