package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayDistributionTest {

    /** Two peaks: days 2 and 6. */
    private final DayDistribution peaks = of(1, 1, 4, 1, 0, 1, 3);

    @Test
    void weightsBecomeProbabilities() {
        assertThat(peaks.days()).isEqualTo(new DayRange(1, 6));
        assertThat(peaks.probability(2)).isEqualTo(0.4);
        assertThat(peaks.probability(4)).isZero();
        assertThat(peaks.probability(0)).isZero();
        assertThat(peaks.probability(7)).isZero();
        assertThat(peaks.probability(new DayRange(2, 3))).isCloseTo(0.5, within(1e-15));
        assertThat(peaks.probability(new DayRange(-5, 50))).isEqualTo(1);
        assertThat(peaks.probabilityAfter(3)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void medianIsTheFirstDayThatReachesHalf() {
        assertThat(of(1, 1, 4, 1, 0, 1, 3).median()).isEqualTo(2);
        assertThat(of(10, 1, 1).median()).isEqualTo(10);
        assertThat(of(10, 1, 2).median()).isEqualTo(11);
        assertThat(DayDistribution.certain(5).median()).isEqualTo(5);
    }

    @Test
    void shortestIntervalPrefersFewerDaysThenMoreProbabilityThenEarlier() {
        assertThat(peaks.shortestInterval(0.4)).isEqualTo(new DayRange(2, 2));
        assertThat(peaks.shortestInterval(0.5)).isEqualTo(new DayRange(1, 2));
        assertThat(peaks.shortestInterval(0.55)).isEqualTo(new DayRange(1, 3));
        assertThat(of(1, 1, 2, 2, 1).shortestInterval(0.5)).isEqualTo(new DayRange(2, 3));
    }

    @Test
    void shortestIntervalStaysWithinTheOuterOne() {
        assertThat(peaks.shortestInterval(0.3, new DayRange(3, 6))).isEqualTo(new DayRange(6, 6));
        assertThatThrownBy(() -> peaks.shortestInterval(0.55, new DayRange(3, 6)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void anIntervalHoldsMoreThanNothingAndLessThanAll(double probability) {
        assertThatThrownBy(() -> peaks.shortestInterval(probability)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatRemainsAfterADay() {
        DayDistribution late = peaks.after(2).orElseThrow();
        assertThat(late.probability(2)).isZero();
        assertThat(late.probability(3)).isCloseTo(0.2, within(1e-15));
        assertThat(late.probability(6)).isCloseTo(0.6, within(1e-15));
        assertThat(peaks.after(0)).containsSame(peaks);
        assertThat(peaks.after(6)).isEmpty();
        assertThat(peaks.after(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void remainingProbabilityMayBeTiny() {
        DayDistribution late = of(1, 1, 1e-200, 3e-200).after(1).orElseThrow();
        assertThat(late.probability(3)).isCloseTo(0.75, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void aWeightIsFiniteAndNotNegative(double weight) {
        assertThatThrownBy(() -> of(1, 1, weight)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutWeightThereIsNoDistribution() {
        assertThat(DayDistribution.ofWeights(new DayRange(1, 3), day -> 0)).isEmpty();
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new DayRange(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DayDistribution of(int first, double... weights) {
        return DayDistribution.ofWeights(new DayRange(first, first + weights.length - 1), day -> weights[day - first])
                .orElseThrow();
    }
}
