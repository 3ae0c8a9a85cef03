package health.lunaria.audit.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * Reads a text that a machine made and nobody typed. Unlike {@link health.lunaria.safeguards.problem.StrictJson} it does
 * not look for card numbers: about one random UUID in some thousands holds digits that pass for one, and refusing it
 * would stop its sender's outbox for good.
 */
public final class Identifiers extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    public Identifiers() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return json.hasToken(JsonToken.VALUE_STRING)
                ? json.getText()
                : (String) context.handleUnexpectedToken(String.class, json);
    }
}
