package health.lunaria.safeguards.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensitiveModuleTest {

    record Profile(Sensitive<String> email, Sensitive<LocalDate> born, Sensitive<List<String>> notes) {}

    /** A view that extends the right one is not the right one. */
    interface AlmostDisclosed extends Sensitive.Disclosed {}

    private static final Sensitive<String> EMAIL = Sensitive.of("private");
    private static final Profile PROFILE =
            new Profile(EMAIL, Sensitive.of(LocalDate.of(1990, 1, 31)), Sensitive.of(List.of("a", "b")));
    private static final String WRITTEN = "{\"email\":\"private\",\"born\":\"1990-01-31\",\"notes\":[\"a\",\"b\"]}";

    private final ObjectMapper json = mapper(SensitiveModule.forResponses());

    static Stream<Object> holders() {
        return Stream.of(EMAIL, PROFILE, List.of(EMAIL), Map.of("email", EMAIL), new Object[] {EMAIL});
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isNotWrittenWithoutAView(Object holder) {
        assertRefused(() -> json.writeValueAsString(holder));
        assertRefused(() -> json.writeValueAsBytes(holder));
        assertRefused(() -> json.writerWithDefaultPrettyPrinter().writeValueAsString(holder));
        assertThatThrownBy(() -> json.valueToTree(holder)).hasMessageNotContaining("private");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void isNotWrittenInAnotherView(Object holder) {
        for (Class<?> view : List.of(Object.class, String.class, AlmostDisclosed.class)) {
            ObjectWriter writer = json.writerWithView(view);
            assertRefused(() -> writer.writeValueAsString(holder));
        }
    }

    @Test
    void isWrittenInTheDisclosedView() throws JsonProcessingException {
        assertThat(json.writerWithView(Sensitive.Disclosed.class).writeValueAsString(PROFILE))
                .isEqualTo(WRITTEN);
    }

    @Test
    void isWrittenForSealing() throws JsonProcessingException {
        assertThat(mapper(SensitiveModule.forSealing()).writeValueAsString(PROFILE))
                .isEqualTo(WRITTEN);
    }

    @Test
    void isReadWithTheTypeOfItsContent() throws JsonProcessingException {
        assertThat(json.readValue(WRITTEN, Profile.class)).isEqualTo(PROFILE);
    }

    @Test
    void aMissingValueIsNull() throws JsonProcessingException {
        assertThat(json.readValue("{\"email\": null}", Profile.class)).isEqualTo(new Profile(null, null, null));
    }

    /** A mapper that was set up without the module finds no property to write. */
    @Test
    void aMapperWithoutTheModuleWritesNothing() throws JsonProcessingException {
        ObjectMapper plain = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

        assertThat(plain.writeValueAsString(List.of(EMAIL))).isEqualTo("[{}]");
    }

    @Test
    void isRedactedAsTheKeyOfAMap() throws JsonProcessingException {
        assertThat(json.writeValueAsString(Map.of(EMAIL, 1))).doesNotContain("private");
    }

    private static void assertRefused(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOf(JsonMappingException.class)
                .hasMessageStartingWith("A sensitive value stands in a response that does not disclose")
                .hasMessageNotContaining("private");
    }

    private static ObjectMapper mapper(SensitiveModule module) {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .registerModule(module)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
