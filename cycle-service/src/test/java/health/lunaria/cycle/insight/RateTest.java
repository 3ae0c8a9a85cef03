package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

    /** The defining equation: at its ends, the observed rate lies 1.96 standard errors away, by the error at the ends. */
    @Property
    void theEndsSolveTheEquationThatDefinesThem(
            @ForAll @IntRange(min = 1, max = 400) int days, @ForAll @IntRange(min = 0, max = 400) int some) {
        Rate rate = new Rate(some % (days + 1), days);

        for (double end : new double[] {rate.lower(), rate.upper()}) {
            if (end > 0 && end < 1) {
                double errors = Math.abs(rate.value() - end) / Math.sqrt(end * (1 - end) / days);
                assertThat(errors).isCloseTo(1.959963984540054, within(1e-6));
            }
        }
    }

    @Property
    void theRateLiesWithinAndTheMirroredRateMirrors(
            @ForAll @IntRange(min = 1, max = 400) int days, @ForAll @IntRange(min = 0, max = 400) int some) {
        Rate rate = new Rate(some % (days + 1), days);
        Rate mirrored = new Rate(days - rate.count(), days);

        assertThat(rate.value()).isBetween(rate.lower(), rate.upper());
        assertThat(rate.lower()).isBetween(0.0, 1.0);
        assertThat(mirrored.upper()).isCloseTo(1 - rate.lower(), within(1e-12));
    }

    @Property
    void moreDaysOfTheSameRateNarrowIt(
            @ForAll @IntRange(min = 1, max = 60) int days, @ForAll @IntRange(min = 0, max = 60) int some) {
        Rate few = new Rate(some % (days + 1), days);
        Rate many = new Rate(few.count() * 4, days * 4);

        assertThat(many.upper() - many.lower()).isLessThan(few.upper() - few.lower());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "-1, 5", "6, 5", "0, -1"})
    void whatIsNoRateIsRefused(int count, int days) {
        assertThatThrownBy(() -> new Rate(count, days)).isInstanceOf(IllegalArgumentException.class);
    }
}
