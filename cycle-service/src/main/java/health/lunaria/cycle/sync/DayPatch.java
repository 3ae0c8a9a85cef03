package health.lunaria.cycle.sync;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.LoggedDay;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a device changed of a day, as a merge patch (RFC 7396): a field that is there was set, {@code null} clears it, one that
 * is left out was not touched. In JSON {@code null} in the place of the whole day clears all of it.
 *
 * @param values of the fields that are there; {@code null} for the whole day cleared
 * @param touched names of the fields that are there
 */
@Confidential
@JsonDeserialize(using = DayPatch.Reader.class)
record DayPatch(
        @Valid @ConvertGroup(from = Default.class, to = LoggedDay.Undated.class)
        LoggedDay values,

        Set<String> touched) {

    /** The new value of each touched field by its name; {@code null} where it is cleared. */
    Map<String, Object> changes(LocalDate date) {
        Map<String, Object> logged = values == null ? Map.of() : DayFields.of(values.toDay(date));
        List<String> fields = values == null
                ? DayFields.NAMES
                : DayFields.NAMES.stream().filter(touched::contains).toList();
        Map<String, Object> changes = new LinkedHashMap<>();
        fields.forEach(field -> changes.put(field, logged.get(field)));
        return changes;
    }

    @Override
    public String toString() {
        return "DayPatch[redacted]";
    }

    static final class Reader extends StdDeserializer<DayPatch> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(DayPatch.class);
        }

        @Override
        @SuppressWarnings("resource") // A token buffer is memory.
        public DayPatch deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.START_OBJECT)) {
                return (DayPatch) context.handleUnexpectedToken(DayPatch.class, json);
            }
            TokenBuffer buffer = context.bufferAsCopyOfValue(json);
            LoggedDay values = context.readValue(buffer.asParserOnFirstToken(), LoggedDay.class);
            return new DayPatch(values, names(buffer.asParserOnFirstToken()));
        }

        @Override
        public DayPatch getNullValue(DeserializationContext context) {
            return new DayPatch(null, Set.of());
        }

        /** Left out is not null: nobody deletes a day by forgetting a field. */
        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        private static Set<String> names(JsonParser object) throws IOException {
            Set<String> names = new HashSet<>();
            while (object.nextToken() == JsonToken.FIELD_NAME) {
                names.add(object.currentName());
                object.nextToken();
                object.skipChildren();
            }
            return names;
        }
    }
}
