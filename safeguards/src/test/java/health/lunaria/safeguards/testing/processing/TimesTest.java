package health.lunaria.safeguards.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final String HERE = "${" + TimesTest.class.getName() + ".";

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int KEPT_DAYS = 100;

    @ParameterizedTest
    @CsvSource({"P30D,30 days", "P1D,1 day", "PT36H,36 hours", "PT90S,90 seconds", "PT25S,25 seconds", "PT4M,4 minutes"
    })
    void aSettingIsToldInWords(Duration time, String words) {
        assertThat(Times.fill("kept ${some.retention}, then gone", Map.of("some.retention", time)::get))
                .isEqualTo("kept " + words + ", then gone");
    }

    @Test
    void aConstantIsReadFromTheCode() {
        assertThat(Times.fill(HERE + "KEPT} and " + HERE + "KEPT_DAYS}", none()))
                .isEqualTo("7 days and 100 days");
    }

    @Test
    void aConstantThatIsNotThereFails() {
        assertThatThrownBy(() -> Times.fill(HERE + "GONE}", none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TimesTest.GONE");
    }

    @Test
    void aTypeThatIsNotThereFails() {
        assertThatThrownBy(() -> Times.fill("${health.lunaria.Gone.KEPT}", none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSettingThatIsNotThereFails() {
        assertThatThrownBy(() -> Times.fill("${gone.retention}", none())).isInstanceOf(NoSuchElementException.class);
    }

    private static Function<String, Duration> none() {
        return setting -> {
            throw new NoSuchElementException(setting);
        };
    }
}
