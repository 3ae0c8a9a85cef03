package health.lunaria.cycle.imports.format;

import com.fasterxml.jackson.core.JsonToken;
import health.lunaria.cycle.day.Flow;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Clue's export: {@code measurements.json}, a list of {@code {"type":…,"date":…,"value":{"option":…}}} in which the value may
 * be a list, or of older versions {@code .cluedata}, an object whose {@code data} is a list of days with the types as names. No
 * specification is public; see {@link ClueWords} for the sources.
 */
public final class ClueJson implements ImportFormat {

    @Override
    public String name() {
        return "clue-json";
    }

    @Override
    public boolean recognises(byte[] head) {
        String text = Head.ascii(head);
        return text.startsWith("[")
                        && text.contains("\"type\"")
                        && text.contains("\"date\"")
                        && text.contains("\"value\"")
                || text.startsWith("{") && text.contains("\"data\"") && text.contains("\"day\"");
    }

    @Override
    public ImportedDays read(InputStream content, ImportLimits limits) throws ImportException {
        DayCollector days = new DayCollector(limits);
        JsonInput json = JsonInput.of(content);
        JsonToken root = json.next();
        if (root == JsonToken.START_ARRAY) {
            readList(json, object -> readMeasurement(object, days));
        } else if (root == JsonToken.START_OBJECT) {
            readOlder(json, days);
        } else {
            throw json.fail(UnreadableReason.UNKNOWN_FORMAT);
        }
        json.expectEnd();
        return days.build(name());
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    interface Reading {
        void read(FlatObject object) throws ImportException;
    }

    /** Reads a list of objects whose beginning has been read. */
    static void readList(JsonInput json, Reading reading) throws ImportException {
        for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
            if (token != JsonToken.START_OBJECT) {
                throw json.fail(UnreadableReason.UNKNOWN_FORMAT);
            }
            reading.read(FlatObject.read(json));
        }
    }

    private static void readOlder(JsonInput json, DayCollector days) throws ImportException {
        while (json.next() != JsonToken.END_OBJECT) {
            boolean data = json.text().equals("data");
            JsonToken value = json.next();
            if (data && value == JsonToken.START_ARRAY) {
                readList(json, day -> readDay(day, days));
            } else {
                json.skip(value);
            }
        }
    }

    private static void readMeasurement(FlatObject measurement, DayCollector days) throws ImportException {
        String type = measurement.get("type");
        Origin origin = ClueWords.VOCABULARY.origin(type, measurement.line());
        days.entry(origin, () -> {
            LocalDate date = Values.date(measurement.get("date"));
            if (type.equals("bbt")) {
                readTemperature(measurement, origin, date, days);
            } else {
                readOptions(type, measurement.all("value.option"), origin, date, days);
            }
        });
    }

    private static void readDay(FlatObject day, DayCollector days) throws ImportException {
        Origin origin = new Origin("day", day.line());
        days.entry(origin, () -> {
            LocalDate date = Values.date(day.get("day"));
            Set<String> types = day.paths();
            for (String type : types) {
                if (!type.equals("day")) {
                    Origin typed = ClueWords.VOCABULARY.origin(type, day.line());
                    days.entry(typed, () -> readOptions(type, day.all(type), typed, date, days));
                }
            }
        });
    }

    private static void readOptions(String type, List<String> options, Origin origin, LocalDate date, DayCollector days)
            throws Skip, ImportException {
        if (options.isEmpty()) {
            boolean known = !origin.source().equals(ImportReport.UNKNOWN);
            throw new Skip(known ? SkipReason.UNKNOWN_VALUE : SkipReason.UNKNOWN_FIELD);
        }
        for (String option : options) {
            switch (type) {
                case "spotting" -> days.entry(origin, () -> days.put(origin, date, Target.flow(Flow.SPOTTING)));
                case "craving" -> days.entry(origin, () -> days.put(origin, date, Target.symptom("cravings")));
                case "tags" -> days.entry(origin, () -> putTag(origin, date, option, days));
                default -> ClueWords.VOCABULARY.put(days, date, type, option, origin.line());
            }
        }
    }

    private static void putTag(Origin origin, LocalDate date, String tag, DayCollector days)
            throws Skip, ImportException {
        if (tag.isEmpty()) {
            throw new Skip(SkipReason.UNKNOWN_VALUE);
        }
        days.put(origin, date, "tags", Values.text(tag));
    }

    /** Sources differ about the name. Fahrenheit under the second one would be out of range, and skipped. */
    private static String degrees(FlatObject measurement) {
        String celsius = measurement.get("value.celsius");
        return celsius.isEmpty() ? measurement.get("value.temperature") : celsius;
    }

    private static void readTemperature(FlatObject measurement, Origin origin, LocalDate date, DayCollector days)
            throws Skip, ImportException {
        days.put(origin, date, "temperatureCelsius", Units.celsius(Values.number(degrees(measurement)), "degC"));
        if (measurement.get("value.excluded").equals("true")) {
            days.put(origin, date, "temperatureExcluded", true);
        }
    }
}
