package health.lunaria.cycle.imports.format;

import com.fasterxml.jackson.core.JsonToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON objects that stand as texts in Flo's JSON. */
final class FloNested {

    private FloNested() {}

    static FlatObject read(long line, String name, String text) throws Skip {
        try {
            JsonInput json = JsonInput.of(text);
            if (json.next() != JsonToken.START_OBJECT) {
                throw new Skip(SkipReason.UNKNOWN_VALUE);
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            FlatObject.read(json).values().forEach((path, value) -> values.put(name + "." + path, value));
            json.expectEnd();
            return new FlatObject(line, values);
        } catch (ImportException notJson) {
            throw new Skip(SkipReason.UNKNOWN_VALUE);
        }
    }
}
