package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CycleLengthModelPropertiesTest {

    private final CycleLengthModel model = CycleLengthModel.shipped();

    @Property
    void anyHistoryGivesProbabilities(@ForAll @Size(max = 40) List<@IntRange(min = 1, max = 400) Integer> lengths) {
        DayDistribution prediction = model.predict(lengths);
        double sum = 0;
        for (int day = 10; day <= 90; day++) {
            assertThat(prediction.probability(day)).isBetween(0.0, 1.0);
            sum += prediction.probability(day);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Property
    void theShortestIntervalHoldsTheProbabilityAndNoShorterOneDoes(
            @ForAll @Size(max = 14) List<@IntRange(min = 15, max = 130) Integer> lengths,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double probability) {
        DayDistribution prediction = model.predict(lengths);
        DayRange interval = prediction.shortestInterval(probability);
        assertThat(prediction.probability(interval)).isGreaterThanOrEqualTo(probability - 1e-9);
        for (int from = 10; from + interval.days() - 2 <= 90 && interval.days() > 1; from++) {
            assertThat(prediction.probability(new DayRange(from, from + interval.days() - 2)))
                    .isLessThan(probability);
        }
    }

    @Property
    void anIntervalOfMoreThanHalfContainsTheMedian(
            @ForAll @Size(max = 14) List<@IntRange(min = 1, max = 400) Integer> lengths,
            @ForAll @DoubleRange(min = 0.51, max = 0.99) double probability) {
        DayDistribution prediction = model.predict(lengths);
        assertThat(prediction.shortestInterval(probability).contains(prediction.median()))
                .isTrue();
    }

    @Property
    void repeatingACommonLengthNarrows(
            @ForAll @IntRange(min = 20, max = 34) int length, @ForAll @IntRange(max = 11) int times) {
        assertThat(deviationAfter(times + 1, length)).isLessThan(deviationAfter(times, length));
    }

    /**
     * One or two of these could as well be exceptions of somebody with shorter cycles, which makes the model unsure.
     */
    @Property
    void repeatingAnUncommonLengthNarrowsFromTheThirdTime(
            @ForAll @IntRange(min = 35, max = 45) int length, @ForAll @IntRange(min = 2, max = 11) int times) {
        assertThat(deviationAfter(times + 1, length)).isLessThan(deviationAfter(times, length));
    }

    @Property
    void onlyTheLastTwelveLengthsCount(
            @ForAll @Size(max = 10) List<@IntRange(min = 1, max = 400) Integer> older,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 400) Integer> lastTwelve) {
        List<Integer> all = Stream.concat(older.stream(), lastTwelve.stream()).toList();
        assertSame(model.predict(all), model.predict(lastTwelve));
    }

    @Property
    void theOrderOfTheLengthsUsedDoesNotCount(
            @ForAll @Size(max = 12) List<@IntRange(min = 15, max = 130) Integer> lengths) {
        List<Integer> reversed = IntStream.range(0, lengths.size())
                .mapToObj(i -> lengths.get(lengths.size() - 1 - i))
                .toList();
        assertSame(model.predict(lengths), model.predict(reversed));
    }

    @Property
    void aLateCycleNeverEndsInThePast(
            @ForAll @Size(max = 14) List<@IntRange(min = 1, max = 400) Integer> lengths,
            @ForAll @IntRange(min = -10, max = 200) int elapsed) {
        Optional<DayDistribution> late = model.predict(lengths).after(elapsed);
        assertThat(late.isPresent()).isEqualTo(elapsed < 90);
        late.ifPresent(prediction -> {
            assertThat(prediction.probability(new DayRange(-100, elapsed))).isZero();
            assertThat(prediction.probabilityAfter(elapsed)).isCloseTo(1, within(1e-12));
            assertThat(prediction.median()).isGreaterThan(elapsed);
            assertThat(prediction.shortestInterval(0.95).from()).isGreaterThan(elapsed);
        });
    }

    private static void assertSame(DayDistribution one, DayDistribution other) {
        for (int day = 10; day <= 90; day++) {
            assertThat(one.probability(day)).isCloseTo(other.probability(day), within(1e-12));
        }
    }

    private double deviationAfter(int times, int length) {
        DayDistribution distribution = model.predict(Collections.nCopies(times, length));
        double mean = 0;
        for (int day = 10; day <= 90; day++) {
            mean += distribution.probability(day) * day;
        }
        double variance = 0;
        for (int day = 10; day <= 90; day++) {
            variance += distribution.probability(day) * (day - mean) * (day - mean);
        }
        return Math.sqrt(variance);
    }
}
