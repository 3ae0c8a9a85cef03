package health.lunaria.audit.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Only {@code yyyy-MM-ddTHH:mm:ss[.fraction]Z}: Jackson's own would take numbers and other offsets as well. */
public final class UtcTime extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    public UtcTime() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        try {
            return parse(json.getText());
        } catch (DateTimeParseException notATime) {
            throw MismatchedInputException.from(json, Instant.class, "not a time in UTC");
        }
    }

    private static Instant parse(String text) {
        if (!text.endsWith("Z")) {
            throw new DateTimeParseException("Not in UTC", "", 0);
        }
        return Instant.parse(text);
    }
}
