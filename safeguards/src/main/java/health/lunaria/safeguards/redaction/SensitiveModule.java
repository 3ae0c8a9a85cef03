package health.lunaria.safeguards.redaction;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Teaches Jackson to read {@link Sensitive} values always, and to write them only where that was declared. */
public final class SensitiveModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private SensitiveModule(boolean sealing) {
        super(sealing ? "lunaria-sensitive-sealing" : "lunaria-sensitive");
        addSerializer(new Writer(sealing));
        addDeserializer(Sensitive.class, new Reader(null));
    }

    /** For HTTP: writing needs the active view {@link Sensitive.Disclosed}, anything else fails. */
    public static SensitiveModule forResponses() {
        return new SensitiveModule(false);
    }

    /** For bytes that are sealed right after and never leave the process in clear. */
    public static SensitiveModule forSealing() {
        return new SensitiveModule(true);
    }

    private static final class Writer extends StdSerializer<Sensitive<?>> {

        private static final long serialVersionUID = 1L;

        private final boolean sealing;

        Writer(boolean sealing) {
            super(Sensitive.class, false);
            this.sealing = sealing;
        }

        @Override
        public void serialize(Sensitive<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!sealing && provider.getActiveView() != Sensitive.Disclosed.class) {
                throw JsonMappingException.from(json, "A sensitive value stands in a response that does not disclose");
            }
            provider.defaultSerializeValue(value.disclose(), json);
        }
    }

    private static final class Reader extends StdDeserializer<Sensitive<?>> implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<?> content;

        Reader(JsonDeserializer<?> content) {
            super(Sensitive.class);
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
                throws JsonMappingException {
            JavaType wrapper = context.getContextualType() == null ? property.getType() : context.getContextualType();
            return new Reader(context.findContextualValueDeserializer(wrapper.containedTypeOrUnknown(0), property));
        }

        @Override
        public Sensitive<?> deserialize(com.fasterxml.jackson.core.JsonParser json, DeserializationContext context)
                throws IOException {
            return Sensitive.of(content.deserialize(json, context));
        }
    }
}
