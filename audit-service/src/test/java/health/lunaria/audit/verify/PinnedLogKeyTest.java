package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinnedLogKeyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void givesTheKeyThatIsConfigured() {
        assertThat(new PinnedLogKey(Optional.of(TestLogKey.number(1).line()))
                        .key()
                        .await()
                        .atMost(PATIENCE)
                        .name())
                .isEqualTo(TestLogKey.ORIGIN);
    }

    @Test
    void aKeyThatIsNoneEndsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PinnedLogKey(Optional.of("secret")))
                .withMessageNotContaining("secret");
    }

    @Test
    void withoutAKeyNothingIsVerifiedAndThatIsAFailure() {
        var key = new PinnedLogKey(Optional.empty()).key();

        assertThatIllegalStateException().isThrownBy(() -> key.await().atMost(PATIENCE));
    }
}
