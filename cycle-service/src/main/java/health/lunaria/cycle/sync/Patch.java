package health.lunaria.cycle.sync;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * A merge patch (RFC 7396): a field that is there was set, {@code null} clears it, one that is left out was not touched. In
 * JSON {@code null} in the place of the whole clears all of it.
 *
 * @param <T> what is patched, a record
 * @param values of the fields that are there; {@code null} for the whole cleared
 * @param touched names of the fields that are there
 */
@Confidential
@JsonDeserialize(using = Patch.Reader.class)
record Patch<T>(T values, Set<String> touched) {

    static <T> Patch<T> clearing() {
        return new Patch<>(null, Set.of());
    }

    @Override
    public String toString() {
        return "Patch[redacted]";
    }

    static final class Reader extends StdDeserializer<Patch<?>> implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;

        private final transient JavaType patched;

        Reader() {
            this(null);
        }

        private Reader(JavaType patched) {
            super(Patch.class);
            this.patched = patched;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(property.getType().containedTypeOrUnknown(0));
        }

        @Override
        @SuppressWarnings("resource") // A token buffer is memory.
        public Patch<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.START_OBJECT)) {
                return (Patch<?>) context.handleUnexpectedToken(Patch.class, json);
            }
            TokenBuffer buffer = context.bufferAsCopyOfValue(json);
            Object values = context.readValue(buffer.asParserOnFirstToken(), patched);
            return new Patch<>(values, names(buffer.asParserOnFirstToken()));
        }

        @Override
        public Patch<?> getNullValue(DeserializationContext context) {
            return clearing();
        }

        /** Left out is not null: nobody deletes anything by forgetting a field. */
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

    /** Lets validation see the values in the place of the patch, so that errors name the field that was sent. */
    @Singleton
    static final class Values implements ValueExtractor<Patch<@ExtractedValue ?>> {

        @Override
        public void extractValues(Patch<?> patch, ValueReceiver receiver) {
            receiver.value(null, patch.values());
        }
    }
}
