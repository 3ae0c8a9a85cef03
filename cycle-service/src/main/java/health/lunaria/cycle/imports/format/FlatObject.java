package health.lunaria.cycle.imports.format;

import com.fasterxml.jackson.core.JsonToken;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small JSON object as the texts of its scalars by their paths: {@code {"value":[{"option":"a"},{"option":"b"}]}} is {@code
 * value.option} = a, b.
 *
 * @param line where it ends
 */
@Confidential
record FlatObject(long line, Map<String, List<String>> values) {

    private static final int MAX_VALUES = 500;
    private static final int MAX_CHARACTERS = 256 * 1024;

    /** Reads an object whose beginning has been read. */
    static FlatObject read(JsonInput json) throws ImportException {
        Reader reader = new Reader(json);
        reader.object("");
        return new FlatObject(json.line(), reader.values);
    }

    /** The one value; empty if there is none, or {@code null}. */
    String get(String path) {
        return all(path).stream().findFirst().orElse("");
    }

    List<String> all(String path) {
        return values.getOrDefault(path, List.of());
    }

    Set<String> paths() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return "FlatObject[redacted]";
    }

    private static final class Reader {

        private final JsonInput json;
        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private int count;
        private int characters;

        Reader(JsonInput json) {
            this.json = json;
        }

        void object(String prefix) throws ImportException {
            while (json.next() != JsonToken.END_OBJECT) {
                String path = prefix + json.text();
                value(path, json.next());
            }
        }

        private void value(String path, JsonToken token) throws ImportException {
            if (token == JsonToken.START_OBJECT) {
                object(path + ".");
            } else if (token == JsonToken.START_ARRAY) {
                for (JsonToken next = json.next(); next != JsonToken.END_ARRAY; next = json.next()) {
                    value(path, next);
                }
            } else {
                add(path, json.text());
            }
        }

        private void add(String path, String text) throws ImportException {
            count++;
            characters += path.length() + text.length();
            if (count > MAX_VALUES || characters > MAX_CHARACTERS) {
                throw json.fail(UnreadableReason.TOO_MUCH);
            }
            values.computeIfAbsent(path, key -> new ArrayList<>()).add(text);
        }
    }
}
