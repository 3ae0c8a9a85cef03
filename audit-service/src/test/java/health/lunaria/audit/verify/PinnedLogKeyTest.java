package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedLogKeyTest {

    @Test
    void givesTheKeyThatIsConfigured() {
        assertThat(new PinnedLogKey(TestLogKey.number(1).line()).key().name()).isEqualTo(TestLogKey.ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "", "secret+00000000+AAAA"})
    void aKeyThatIsNoneEndsTheStart(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PinnedLogKey(line))
                .withMessageNotContaining("secret");
    }
}
