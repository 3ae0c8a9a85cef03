package health.lunaria.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "1m30s, PT1M30S", "500ms, PT0.5S", "1h, PT1H", "2s500ms, PT2.5S"})
    void theGatewayApisFormIsRead(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "1.5s", "PT30S", "0s", "0ms", "999999s", "1s ", "1d"})
    void everythingElseIsNot(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
