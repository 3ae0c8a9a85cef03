package health.lunaria.safeguards.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshLoginTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 299, 300, 330})
    void aLoginOfTheLastMinutesIsFresh(long secondsAgo) {
        assertThat(isFresh(NOW.getEpochSecond() - secondsAgo)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {331, 3600, 86_400 * 365L})
    void anOlderOneIsNot(long secondsAgo) {
        assertThat(isFresh(NOW.getEpochSecond() - secondsAgo)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "now", "1e9", "true", "99999999999999999999999"})
    void aTokenThatDoesNotSayWhenIsNot(String claim) {
        assertThat(isFresh(claim)).isFalse();
    }

    @Test
    void aLoginInTheFutureIsNot() {
        assertThat(isFresh(NOW.getEpochSecond() + 30)).isTrue();
        assertThat(isFresh(NOW.getEpochSecond() + 31)).isFalse();
    }

    private static boolean isFresh(Object authTime) {
        return FreshLogin.isFresh(authTime, NOW, MAX_AGE);
    }
}
