package health.lunaria.safeguards.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SensitiveTest {

    record Profile(Sensitive<String> email, List<Sensitive<Integer>> numbers) {}

    private static final Sensitive<String> EMAIL = Sensitive.of("private");

    @Test
    void neverShowsUpInText() {
        var holders = List.of(
                EMAIL,
                List.of(EMAIL),
                Map.of(EMAIL, EMAIL),
                Optional.of(EMAIL),
                Sensitive.of(EMAIL),
                Sensitive.of(List.of("private")),
                new Profile(EMAIL, List.of()));

        assertThat(holders)
                .allSatisfy(holder ->
                        assertThat(holder.toString()).contains("[redacted]").doesNotContain("private"));
        assertThat(String.format("%s %10s %S", EMAIL, EMAIL, EMAIL) + EMAIL).doesNotContainIgnoringCase("private");
    }

    @Test
    void cannotBeSerializedByJava() throws IOException {
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatExceptionOfType(NotSerializableException.class).isThrownBy(() -> out.writeObject(EMAIL));
        }
    }

    @Test
    void staysSensitiveWhenItIsMapped() {
        assertThat(EMAIL.map(String::length)).hasToString("[redacted]").isEqualTo(Sensitive.of(7));
        assertThat(EMAIL.map(String::length).disclose()).isEqualTo(7);
    }

    @Test
    void isEqualByValue() {
        assertThat(EMAIL).isEqualTo(Sensitive.of("private")).hasSameHashCodeAs(Sensitive.of("private"));
        assertThat(EMAIL).isNotEqualTo(Sensitive.of("other")).isNotEqualTo("private");
    }

    @Test
    void alwaysHasAValue() {
        assertThatNullPointerException().isThrownBy(() -> Sensitive.of(null));
        assertThatNullPointerException().isThrownBy(() -> EMAIL.map(value -> null));
    }
}
