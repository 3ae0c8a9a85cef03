package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycleLengthModelTest {

    private final CycleLengthModel model = CycleLengthModel.shipped();

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aLengthIsAtLeastOneDayAndNotEchoed(int length) {
        assertThatThrownBy(() -> model.predict(List.of(28, length)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(Integer.toString(length));
    }

    @Test
    void anUnloggedPeriodDoesNotMoveThePrediction() {
        List<Integer> complete = List.of(28, 29, 28, 28, 27, 29);
        List<Integer> oneUnlogged = List.of(28, 29, 56, 27, 29);
        assertThat(model.predict(oneUnlogged).median())
                .isEqualTo(model.predict(complete).median())
                .isEqualTo(28);
    }

    @Test
    void longerLengthsCountAsTheCap() {
        assertThat(model.predict(List.of(30, 131)).probability(30))
                .isEqualTo(model.predict(List.of(30, 130)).probability(30))
                .isNotEqualTo(model.predict(List.of(30, 129)).probability(30));
    }

    @Test
    void threadsShareTheModel() throws Exception {
        List<Integer> lengths = List.of(28, 31, 27, 30);
        double expected = model.predict(lengths).probability(29);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Double>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> model.predict(lengths).probability(29));
            }
            for (Future<Double> result : threads.invokeAll(calls)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void fittedParametersReturnToTheirOwnScales() {
        CycleLengthParameters shipped = CycleLengthParameters.SHIPPED;
        assertThat(List.of(
                        shipped.meanLength(),
                        shipped.meanLengthScale(),
                        shipped.logSpread(),
                        shipped.logSpreadDeviation(),
                        shipped.logSpreadSlope(),
                        shipped.irregularShare(),
                        shipped.irregularDelay(),
                        shipped.irregularSpread()))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 0.005 ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(List.of(29.01, 2.51, 0.540, 0.289, 0.137, 0.277, 0.954, 1.704));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aShareLiesBetweenNoneAndAll(double share) {
        assertThatThrownBy(() -> new CycleLengthParameters(29, 2.5, 0.5, 0.3, 0.1, share, 1, 1.7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
