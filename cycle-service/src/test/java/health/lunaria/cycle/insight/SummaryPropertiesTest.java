package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SummaryPropertiesTest {

    /** The deviation by another formula, from the differences of all pairs, which needs no mean. */
    @Property
    void theDeviationIsThatOfAllPairs(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 130) Integer> values) {
        double squares = 0;
        for (int one : values) {
            for (int other : values) {
                squares += Math.pow(one - other, 2);
            }
        }
        int n = values.size();
        assertThat(Summary.of(values).orElseThrow().standardDeviation())
                .isCloseTo(Math.sqrt(squares / (2.0 * n * (n - 1))), within(1e-9));
    }

    @Property
    void theOrderOfValuesDoesNotCount(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 130) Integer> values,
            @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);

        assertThat(Summary.of(shuffled)).isEqualTo(Summary.of(values));
    }

    @Property
    void theMedianHasAsManyBelowAsAbove(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 130) Integer> values) {
        Summary summary = Summary.of(values).orElseThrow();

        assertThat(values).filteredOn(value -> value < summary.median()).hasSizeLessThanOrEqualTo(values.size() / 2);
        assertThat(values).filteredOn(value -> value > summary.median()).hasSizeLessThanOrEqualTo(values.size() / 2);
    }
}
