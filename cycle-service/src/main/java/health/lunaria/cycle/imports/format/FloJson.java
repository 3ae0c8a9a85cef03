package health.lunaria.cycle.imports.format;

import com.fasterxml.jackson.core.JsonToken;
import health.lunaria.safeguards.redaction.Sensitive;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;

/**
 * The JSON that Flo sends to who asks for a copy of her data. No specification is public; see {@link FloWords} for the sources.
 * Of its many tables these are read: {@code cycles}, {@code point_events_manual_v2}, {@code repeatable_child_point_events} and
 * {@code notes}.
 */
public final class FloJson implements ImportFormat {

    private static final Set<String> ROOMS = Set.of("operationalData", "pointEventsManualData");

    @Override
    public String name() {
        return "flo-json";
    }

    @Override
    public boolean recognises(byte[] head) {
        String text = Head.ascii(head);
        return text.startsWith("{") && ROOMS.stream().anyMatch(room -> text.contains("\"" + room + "\""));
    }

    @Override
    public ImportedDays read(InputStream content, ImportLimits limits) throws ImportException {
        DayCollector days = new DayCollector(limits);
        JsonInput json = JsonInput.of(content);
        if (json.next() != JsonToken.START_OBJECT) {
            throw json.fail(UnreadableReason.UNKNOWN_FORMAT);
        }
        while (json.next() != JsonToken.END_OBJECT) {
            boolean room = ROOMS.contains(json.text());
            JsonToken value = json.next();
            if (room && value == JsonToken.START_OBJECT) {
                readRoom(json, days);
            } else {
                json.skip(value);
            }
        }
        json.expectEnd();
        return days.build(name());
    }

    private static void readRoom(JsonInput json, DayCollector days) throws ImportException {
        while (json.next() != JsonToken.END_OBJECT) {
            String table = json.text();
            JsonToken value = json.next();
            if (value != JsonToken.START_ARRAY) {
                json.skip(value);
                continue;
            }
            switch (table) {
                case "cycles" -> ClueJson.readList(json, cycle -> new FloCycle(cycle, days).read());
                case "point_events_manual_v2" -> ClueJson.readList(json, event -> readEvent(event, days));
                case "repeatable_child_point_events" -> ClueJson.readList(json, event -> readMedication(event, days));
                case "notes" -> ClueJson.readList(json, note -> readNote(note, days));
                default -> json.skip(value);
            }
        }
    }

    private static void readEvent(FlatObject event, DayCollector days) throws ImportException {
        String category = event.get("category");
        Origin origin = FloWords.VOCABULARY.origin(category, event.line());
        days.entry(origin, () -> {
            LocalDate date = date(event);
            if (category.equals("Temperature")) {
                days.put(
                        origin,
                        date,
                        "temperatureCelsius",
                        Units.celsius(Values.number(event.get("properties.value")), "degC"));
            } else {
                FloWords.VOCABULARY.put(days, date, category, event.get("subcategory"), event.line());
            }
        });
    }

    /** Of these only the pill is known: {@code {"missed_pill":false}}, as an object or as the text of one. */
    private static void readMedication(FlatObject event, DayCollector days) throws ImportException {
        Origin origin = FloWords.VOCABULARY.origin(event.get("category"), event.line());
        days.entry(origin, () -> {
            LocalDate date = date(event);
            if (!event.get("subcategory").equals("Pills")) {
                throw new Skip(SkipReason.UNKNOWN_FIELD);
            }
            boolean missed = Values.truth(nested(event, "properties").get("properties.missed_pill"));
            days.put(origin, date, Target.contraception(missed ? "pill-missed" : "pill-taken"));
        });
    }

    private static void readNote(FlatObject note, DayCollector days) throws ImportException {
        Origin origin = new Origin("notes", note.line());
        days.entry(origin, () -> {
            LocalDate date = date(note);
            String text = note.get("text").strip();
            if (text.isEmpty()) {
                throw new Skip(SkipReason.ABSENT);
            }
            days.put(origin, date, "note", Sensitive.of(text));
        });
    }

    /** Her own calendar day; {@code date} is the same moment elsewhere, and only used by older exports. */
    private static LocalDate date(FlatObject event) throws Skip {
        if (event.get("deleted").equals("true")) {
            throw new Skip(SkipReason.EXCLUDED);
        }
        String local = event.get("local_date");
        return Values.date(local.isEmpty() ? event.get("date") : local);
    }

    /** The object with what stands as text of JSON under a name put beneath that name. */
    static FlatObject nested(FlatObject object, String name) throws Skip {
        String text = object.get(name);
        return text.isEmpty() ? object : FloNested.read(object.line(), name, text);
    }
}
