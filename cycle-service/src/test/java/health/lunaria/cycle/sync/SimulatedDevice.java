package health.lunaria.cycle.sync;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayEntry;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.LoggedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A phone as an app developer would write it: it shows its own copy, keeps what it changed until the server has answered, and
 * sends a batch whose answer was lost again before anything new.
 */
final class SimulatedDevice {

    private final Map<LocalDate, Map<String, Object>> shown = new TreeMap<>();
    private final Map<LocalDate, Long> revisions = new TreeMap<>();
    /** What is to be sent: for each field the value that was shown when it was changed first. */
    private final Map<LocalDate, Map<String, Object>> touched = new TreeMap<>();

    private final List<Conflict> conflicts = new ArrayList<>();

    private SyncPosition position = SyncPosition.start(Instant.EPOCH);
    private List<DayChange> underWay = List.of();

    /** @return what was shown in the field before, or {@code null} */
    Object edit(LocalDate date, String field, Object value) {
        Map<String, Object> day = shown.computeIfAbsent(date, any -> new LinkedHashMap<>());
        Object before = value == null ? day.remove(field) : day.put(field, value);
        Map<String, Object> fields = touched.computeIfAbsent(date, any -> new LinkedHashMap<>());
        if (!fields.containsKey(field)) {
            fields.put(field, before);
        }
        return before;
    }

    Map<String, Object> shown(LocalDate date) {
        return shown.getOrDefault(date, Map.of());
    }

    /** Sends what is to be sent; the answer may get lost on its way. */
    void sync(SimulatedServer server, boolean answerIsLost) {
        if (underWay.isEmpty()) {
            underWay = batch();
            touched.clear();
        }
        SyncPage page = server.sync(position, underWay);
        if (!answerIsLost) {
            underWay = List.of();
            take(page);
        }
    }

    /** Until there is nothing left to send or to read. */
    void syncToTheEnd(SimulatedServer server) {
        do {
            sync(server, false);
        } while (!touched.isEmpty() || server.sync(position, List.of()).hasMore());
        sync(server, false);
    }

    /** The batch that was sent last and not answered yet, or the next one. */
    List<DayChange> toSend() {
        return underWay.isEmpty() ? batch() : underWay;
    }

    private List<DayChange> batch() {
        return touched.entrySet().stream()
                .map(day -> change(day.getKey(), day.getValue().keySet()))
                .toList();
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    private DayChange change(LocalDate date, Set<String> fields) {
        Map<String, Object> values = new LinkedHashMap<>(shown.get(date));
        values.keySet().retainAll(fields);
        Day day = DayFields.day(date, values);
        return new DayChange(date, revisions.getOrDefault(date, 0L), new Patch<>(logged(day), Set.copyOf(fields)));
    }

    /** Of the fields that the simulation uses. */
    private static LoggedDay logged(Day day) {
        return new LoggedDay(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                day.sleepMinutes(),
                null,
                day.waterMillilitres(),
                day.note() == null ? null : day.note().disclose());
    }

    private void take(SyncPage page) {
        conflicts.addAll(page.conflicts());
        for (DayEntry entry : page.entries()) {
            Map<String, Object> values = new LinkedHashMap<>(DayFields.of(entry.day()));
            keepNewer(entry.date(), values);
            shown.put(entry.date(), values);
            revisions.put(entry.date(), entry.revision());
        }
        touched.values().removeIf(Map::isEmpty);
        position = page.next();
    }

    /**
     * What the user changed while the batch was under way goes with the next one, if the server still has what she saw; if
     * not, it is a conflict that the app finds itself.
     */
    private void keepNewer(LocalDate date, Map<String, Object> values) {
        touched.getOrDefault(date, Map.of()).entrySet().removeIf(change -> {
            String field = change.getKey();
            Object own = shown(date).get(field);
            Object stored = values.get(field);
            if (!DayEntry.isSame(stored, change.getValue())) {
                conflicts.add(Conflict.of(date, field, own, stored));
                return true;
            }
            values.remove(field);
            if (own != null) {
                values.put(field, own);
            }
            return false;
        });
    }
}
