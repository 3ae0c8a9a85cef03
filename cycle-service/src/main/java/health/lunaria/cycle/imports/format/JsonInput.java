package health.lunaria.cycle.imports.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;

/**
 * Reads JSON token by token, in bounded memory: nothing deeper than {@value #MAX_DEPTH} levels, no name twice in an object and
 * at most {@value #MAX_NAMES} of them, nothing behind the end.
 */
final class JsonInput {

    static final int MAX_DEPTH = 20;
    static final int MAX_NAMES = 2_000;
    static final int MAX_STRING = 20_000;
    static final int MAX_NUMBER = 30;

    /** Names are not kept from one object to the next: a file can have any number of different ones. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(200)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final int[] names = new int[MAX_DEPTH + 2];
    private int depth;

    private JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    static JsonInput of(InputStream content) throws ImportException {
        try {
            return new JsonInput(FACTORY.createParser(content));
        } catch (IOException refused) {
            throw ImportException.because(refused, UnreadableReason.NOT_JSON, 1);
        }
    }

    /** For JSON in a text within JSON. */
    static JsonInput of(String text) throws ImportException {
        try {
            return new JsonInput(FACTORY.createParser(new StringReader(text)));
        } catch (IOException refused) {
            throw ImportException.because(refused, UnreadableReason.NOT_JSON, 1);
        }
    }

    /** {@code null} at the end. */
    JsonToken next() throws ImportException {
        JsonToken token;
        try {
            token = parser.nextToken();
        } catch (StreamConstraintsException beyond) {
            throw fail(depth >= MAX_DEPTH ? UnreadableReason.TOO_DEEP : UnreadableReason.TOO_LONG);
        } catch (IOException notJson) {
            throw ImportException.because(notJson, UnreadableReason.NOT_JSON, line());
        }
        if (token == null) {
            return null;
        }
        if (token.isStructStart()) {
            names[++depth] = 0;
        } else if (token.isStructEnd()) {
            depth--;
        } else if (token == JsonToken.FIELD_NAME && ++names[depth] > MAX_NAMES) {
            throw fail(UnreadableReason.TOO_MUCH);
        }
        return token;
    }

    /** The name or scalar that was read last; empty for {@code null}. */
    String text() throws ImportException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            return "";
        }
        try {
            return parser.getText();
        } catch (StreamConstraintsException beyond) {
            throw fail(UnreadableReason.TOO_LONG);
        } catch (IOException notJson) {
            throw ImportException.because(notJson, UnreadableReason.NOT_JSON, line());
        }
    }

    /** Skips what began with the token that was read last. */
    void skip(JsonToken begun) throws ImportException {
        if (begun == null || !begun.isStructStart()) {
            return;
        }
        int outside = depth - 1;
        while (depth > outside) {
            if (next() == null) {
                throw fail(UnreadableReason.NOT_JSON);
            }
        }
    }

    void expectEnd() throws ImportException {
        if (next() != null) {
            throw fail(UnreadableReason.NOT_JSON);
        }
    }

    long line() {
        return parser.currentLocation().getLineNr();
    }

    ImportException fail(UnreadableReason reason) {
        return ImportException.atLine(reason, line());
    }
}
