package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    /**
     * Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method
     * 3 (score without correction): four places.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void intervalsAreThosePublished(int count, int days, double lower, double upper) {
        Rate rate = new Rate(count, days);

        assertThat(rate.lower()).isCloseTo(lower, within(0.00005));
        assertThat(rate.upper()).isCloseTo(upper, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "-1, 5", "6, 5", "0, -1"})
    void whatIsNoRateIsRefused(int count, int days) {
        assertThatThrownBy(() -> new Rate(count, days)).isInstanceOf(IllegalArgumentException.class);
    }
}
