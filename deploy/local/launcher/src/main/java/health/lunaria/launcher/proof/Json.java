package health.lunaria.launcher.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** JSON whose values are texts, or objects of such: all that an event needs. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode object(String text, Set<String> members) throws RefusedException {
        try {
            JsonNode object = MAPPER.readTree(text);
            failUnlessObject(object, members);
            return object;
        } catch (JsonProcessingException malformed) {
            throw new RefusedException(Check.EVENT, "it is not JSON, or says something twice");
        }
    }

    static void failUnlessObject(JsonNode node, Set<String> members) throws RefusedException {
        Set<String> present = new HashSet<>();
        node.fieldNames().forEachRemaining(present::add);
        if (!node.isObject() || !present.equals(members)) {
            throw new RefusedException(Check.EVENT, "it has not the members that it must have, or others");
        }
    }

    static String text(JsonNode object, String member) throws RefusedException {
        if (!object.get(member).isTextual()) {
            throw new RefusedException(Check.EVENT, "it has a member that is no text");
        }
        return object.get(member).textValue();
    }

    /** RFC 8785: members by name, no white space, and only what has to be escaped is. */
    static String canonical(JsonNode node) {
        if (node.isTextual()) {
            return quoted(node.textValue());
        }
        Map<String, String> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
        StringJoiner object = new StringJoiner(",", "{", "}");
        members.forEach((name, value) -> object.add(quoted(name) + ":" + value));
        return object.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    /** RFC 8785, section 3.2.2.2. */
    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
