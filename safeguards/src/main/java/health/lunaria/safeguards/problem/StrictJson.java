package health.lunaria.safeguards.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import health.lunaria.safeguards.redaction.SensitiveModule;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What every service takes for JSON: nothing unknown, nothing twice, nothing after the end, no type guessed, nothing
 * deeper than {@value #MAX_DEPTH} levels, no control characters in any text (tab and line breaks apart), and no card
 * number in any text. Refused card numbers are counted as {@link CardNumbers#REFUSED_METRIC}.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    static final int MAX_DEPTH = 20;
    static final int MAX_STRING = 20_000;
    static final int MAX_NUMBER = 30;

    private final MeterRegistry registry;

    public StrictJson(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Last, because the deserializers that are registered last win, and Quarkus registers those of java.time itself. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // There is no builder here: Quarkus made the mapper already.
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(100)
                        .build());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.getFactory().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.registerModule(SensitiveModule.forResponses());
        mapper.registerModule(new SimpleModule("lunaria-strict")
                .addDeserializer(String.class, new Text())
                .addDeserializer(LocalDate.class, new CalendarDate()));
    }

    /** Only {@code yyyy-MM-dd}: Jackson's own would take arrays, date-times and blanks as well. */
    private static final class CalendarDate extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        CalendarDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
            }
            try {
                return LocalDate.parse(json.getText(), DateTimeFormatter.ISO_LOCAL_DATE);
            } catch (DateTimeParseException notADate) {
                throw MismatchedInputException.from(json, LocalDate.class, "not a calendar date");
            }
        }
    }

    /**
     * Checks the texts of typed bodies. Untyped JSON passes: Quarkus reads access tokens by this mapper, too, and one in
     * some hundreds of their random identifiers would pass for a card number.
     */
    @SuppressWarnings("serial") // never serialized: it belongs to the mapper that it was made for
    private final class Text extends StdScalarDeserializer<String> implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return property == null ? StringDeserializer.instance : this;
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            String text = StringDeserializer.instance.deserialize(json, context);
            if (ControlCharacters.areContainedIn(text)) {
                throw RefusedTextException.controlCharacter();
            }
            if (CardNumbers.isContainedIn(text)) {
                registry.counter(CardNumbers.REFUSED_METRIC).increment();
                throw RefusedTextException.cardNumber();
            }
            return text;
        }
    }
}
