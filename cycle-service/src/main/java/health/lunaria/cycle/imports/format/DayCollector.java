package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.DayLimits;
import health.lunaria.cycle.day.Flow;
import health.lunaria.safeguards.redaction.Sensitive;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts entries together to days. Of two values for one field of a day the later one stays, and the report says so; lists are
 * united; notes are put below each other; spotting does not replace a period's flow.
 */
final class DayCollector {

    /** Reads an entry, and puts what it says. */
    @FunctionalInterface
    interface Reading {
        void read() throws Skip, ImportException;
    }

    private final ImportLimits limits;
    private final ReportBuilder report = new ReportBuilder();
    private final Map<LocalDate, Map<String, Object>> days = new TreeMap<>();
    private long textBytes;

    DayCollector(ImportLimits limits) {
        this.limits = limits;
    }

    /** One entry: if it cannot be read or put, it is skipped, and the report says why. */
    void entry(Origin origin, Reading reading) throws ImportException {
        try {
            reading.read();
        } catch (Skip skip) {
            skip(origin, skip.reason());
        }
    }

    void skip(Origin origin, SkipReason reason) {
        report.skipped(origin, reason);
    }

    void put(Origin origin, LocalDate date, Target target) throws Skip, ImportException {
        put(origin, date, target.field(), target.value());
    }

    /** @param value one element if the field is a list */
    void put(Origin origin, LocalDate date, String field, Object value) throws Skip, ImportException {
        if (!limits.contains(date)) {
            throw new Skip(SkipReason.DATE_OUT_OF_RANGE);
        }
        FieldRules.check(field, value);
        Map<String, Object> day = days.get(date);
        if (day == null) {
            if (days.size() >= limits.days()) {
                throw ImportException.atLine(UnreadableReason.TOO_MUCH, origin.line());
            }
            day = new HashMap<>();
        }
        if (FieldRules.isList(field)) {
            add(origin, day, field, value);
        } else if (field.equals("note")) {
            appendNote(origin, day, text(value));
        } else {
            replace(origin, day, field, value);
        }
        days.put(date, day);
        report.mapped(origin, field);
    }

    ImportedDays build(String format) {
        return new ImportedDays(
                format,
                days.entrySet().stream()
                        .map(day -> DayFields.day(day.getKey(), lists(day.getValue())))
                        .toList(),
                report.build(days.size()));
    }

    private void add(Origin origin, Map<String, Object> day, String field, Object value) throws Skip, ImportException {
        Set<Object> values = elements(day, field);
        if (values.contains(value)) {
            return;
        }
        if (values.size() >= FieldRules.listSize(field)) {
            throw new Skip(SkipReason.TOO_MANY);
        }
        if (value instanceof Sensitive<?>) {
            countText(origin, text(value));
        }
        values.add(value);
    }

    @SuppressWarnings("unchecked") // only sets are put for lists
    private static Set<Object> elements(Map<String, Object> day, String field) {
        return (Set<Object>) day.computeIfAbsent(field, key -> new LinkedHashSet<>());
    }

    private void appendNote(Origin origin, Map<String, Object> day, String note) throws Skip, ImportException {
        String before = day.get("note") == null ? null : text(day.get("note"));
        if (before != null && before.lines().toList().containsAll(note.lines().toList())) {
            return;
        }
        String after = before == null ? note : before + "\n" + note;
        if (after.length() > DayLimits.MAX_NOTE_LENGTH) {
            throw new Skip(SkipReason.TOO_LONG);
        }
        countText(origin, note);
        Sensitive<String> both = Sensitive.of(after);
        FieldRules.check("note", both);
        day.put("note", both);
    }

    private void countText(Origin origin, String text) throws ImportException {
        textBytes += text.getBytes(StandardCharsets.UTF_8).length;
        if (textBytes > limits.textBytes()) {
            throw ImportException.atLine(UnreadableReason.TOO_MUCH, origin.line());
        }
    }

    private void replace(Origin origin, Map<String, Object> day, String field, Object value) {
        Object before = day.get(field);
        if (value == Flow.SPOTTING && before instanceof Flow flow && flow.compareTo(Flow.SPOTTING) > 0) {
            return;
        }
        day.put(field, value);
        if (before != null && !before.equals(value) && before != Flow.SPOTTING) {
            skip(origin, SkipReason.REPLACED);
        }
    }

    private static Map<String, Object> lists(Map<String, Object> day) {
        Map<String, Object> lists = new HashMap<>(day);
        lists.replaceAll((field, value) ->
                value instanceof Set<?> elements ? elements.stream().toList() : value);
        return lists;
    }

    private static String text(Object sensitive) {
        return (String) ((Sensitive<?>) sensitive).disclose();
    }
}
