package health.lunaria.kms;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of one call, read from its JSON body. Wrong shapes are {@code SerializationException}s, as in AWS. */
final class Request {

    private static final int MAX_CONTEXT_BYTES = 8192;
    private static final int MAX_TAGS = 50;

    private final JsonNode json;

    Request(JsonNode json) {
        if (json == null || !json.isObject()) {
            throw malformed();
        }
        this.json = json;
    }

    /** {@code null} when missing. */
    String text(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw malformed();
        }
        return value.textValue();
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    int number(String name, int otherwise) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isInt()) {
            throw malformed();
        }
        return value.intValue();
    }

    boolean isMissing(String name) {
        return json.path(name).isMissingNode() || json.path(name).isNull();
    }

    /** Base64 bytes of a length between two bounds, both included. */
    byte[] bytes(String name, int min, int max) {
        String text = text(name);
        if (text == null) {
            throw KmsException.validation(name + " must not be null");
        }
        byte[] bytes;
        try {
            bytes = json.get(name).binaryValue();
        } catch (IOException notBase64) {
            throw malformed();
        }
        if (bytes.length < min || bytes.length > max) {
            throw KmsException.validation(name + " must have between " + min + " and " + max + " bytes");
        }
        return bytes;
    }

    Map<String, String> context(String name) {
        if (!isMissing(name) && !json.path(name).isObject()) {
            throw malformed();
        }
        Map<String, String> context = new TreeMap<>();
        int size = 0;
        for (Map.Entry<String, JsonNode> entry : json.path(name).properties()) {
            if (!entry.getValue().isTextual()) {
                throw malformed();
            }
            size += entry.getKey().length() + entry.getValue().textValue().length();
            context.put(entry.getKey(), entry.getValue().textValue());
        }
        if (size > MAX_CONTEXT_BYTES) {
            throw KmsException.validation(name + " is too long");
        }
        return context;
    }

    /** At most 50, each once, as in AWS. */
    Map<String, String> tags() {
        if (!isMissing("Tags") && !json.path("Tags").isArray()) {
            throw malformed();
        }
        Map<String, String> tags = new TreeMap<>();
        for (JsonNode tag : json.path("Tags")) {
            String key = tag.path("TagKey").textValue();
            String value = tag.path("TagValue").textValue();
            if (key == null || value == null) {
                throw malformed();
            }
            if (key.isEmpty() || key.length() > 128 || value.length() > 256 || tags.size() == MAX_TAGS) {
                throw KmsException.of("TagException", "A tag is not as it must be");
            }
            if (tags.put(key, value) != null) {
                throw KmsException.of("TagException", "A tag is there twice");
            }
        }
        return tags;
    }

    static KmsException malformed() {
        return KmsException.of("SerializationException", "The request cannot be read");
    }
}
