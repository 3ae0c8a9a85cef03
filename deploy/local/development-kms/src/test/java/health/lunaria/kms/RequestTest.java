package health.lunaria.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that the SDK never sends. */
class RequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "1", "true"})
    void takesAnObjectOnly(String json) {
        assertRefused("SerializationException", () -> request(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{}", "[]"})
    void aTextIsAText(String value) throws JsonProcessingException {
        Request request = request("{\"a\": " + value + "}");

        assertRefused("SerializationException", () -> request.text("a"));
        assertRefused("SerializationException", () -> request.bytes("a", 0, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.5", "1e3", "2147483648", "true", "{}"})
    void aNumberIsANumber(String value) throws JsonProcessingException {
        Request request = request("{\"a\": " + value + "}");

        assertRefused("SerializationException", () -> request.number("a", 0));
    }

    @Test
    void bytesAreBase64WithinBounds() throws JsonProcessingException {
        Request request = request("{\"good\": \"AQID\", \"bad\": \"secret!\"}");

        assertThat(request.bytes("good", 1, 3)).containsExactly(1, 2, 3);
        assertRefused("ValidationException", () -> request.bytes("good", 4, 10));
        assertRefused("ValidationException", () -> request.bytes("good", 1, 2));
        assertRefused("ValidationException", () -> request.bytes("missing", 1, 2));
        assertRefused("SerializationException", () -> request.bytes("bad", 1, 10));
    }

    /** Read as an empty context it would open what was sealed without one. */
    @ParameterizedTest
    @ValueSource(strings = {"\"shard\"", "[\"shard\"]", "[]", "1", "true", "{\"shard\": 1}", "{\"shard\": null}"})
    void aContextIsAnObjectOfTexts(String value) throws JsonProcessingException {
        Request request = request("{\"EncryptionContext\": " + value + "}");

        assertRefused("SerializationException", () -> request.context("EncryptionContext"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"EncryptionContext\": null}", "{\"EncryptionContext\": {}}"})
    void aMissingContextIsEmpty(String json) throws JsonProcessingException {
        assertThat(request(json).context("EncryptionContext")).isEmpty();
    }

    @Test
    void aContextIsBounded() throws JsonProcessingException {
        String longest = "v".repeat(8191);

        assertThat(request("{\"c\": {\"k\": \"" + longest + "\"}}").context("c"))
                .hasSize(1);
        Request tooLong = request("{\"c\": {\"kk\": \"" + longest + "\"}}");
        assertRefused("ValidationException", () -> tooLong.context("c"));
    }

    private static Request request(String json) throws JsonProcessingException {
        return new Request(new ObjectMapper().readTree(json));
    }

    private static void assertRefused(String type, ThrowingCallable read) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(read)
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(type))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secret"));
    }
}
