package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RatePropertiesTest {

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
}
