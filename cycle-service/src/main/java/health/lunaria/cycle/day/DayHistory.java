package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the fields of a day were changed: what tells two devices' changes apart. It outlives the fields: a field that was
 * cleared keeps the revision of its clearing, and so does a day of which nothing is left.
 *
 * @param fields the subject's revision at which each field was last set or cleared, by the field's name
 * @param notes hashes of the last notes that stood here or went into the present one, oldest first, at most
 *     {@value #NOTES_REMEMBERED}: a device that sends one of them again tells nothing new
 * @param emptiedOn the day (UTC) on which the last field was cleared; {@code null} while something is logged
 */
@Confidential
record DayHistory(Map<String, Long> fields, List<Long> notes, LocalDate emptiedOn) {

    static final int NOTES_REMEMBERED = 32;
    static final DayHistory NONE = new DayHistory(Map.of(), List.of(), null);

    DayHistory {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** Of days that were stored before fields had revisions: all were changed when the month was written. */
    static DayHistory assumed(Day day, long revision) {
        Map<String, Long> fields = new LinkedHashMap<>();
        DayFields.of(day).keySet().forEach(field -> fields.put(field, revision));
        return new DayHistory(fields, List.of(), null);
    }

    /** Of the last change of any field; 0 if nothing was ever logged. */
    long revision() {
        return fields.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Of the last change of a field; 0 if it was never logged. */
    long revisionOf(String field) {
        return fields.getOrDefault(field, 0L);
    }

    DayHistory changed(String field, long revision) {
        Map<String, Long> changed = new LinkedHashMap<>(fields);
        changed.put(field, revision);
        return new DayHistory(changed, notes, emptiedOn);
    }

    boolean knowsNote(String note) {
        return notes.contains(NoteHash.of(note));
    }

    DayHistory rememberingNote(String note) {
        List<Long> remembered = new ArrayList<>(notes);
        remembered.add(NoteHash.of(note));
        int forgotten = Math.max(0, remembered.size() - NOTES_REMEMBERED);
        return new DayHistory(fields, remembered.subList(forgotten, remembered.size()), emptiedOn);
    }

    DayHistory emptied(LocalDate on) {
        return new DayHistory(fields, notes, on);
    }

    @Override
    public String toString() {
        return "DayHistory[redacted]";
    }
}
