package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12})
    void asManyCyclesAreLookedAtAsItSays(int cycles) {
        PredictionBenchmark benchmark = new PredictionBenchmark();
        benchmark.completedCycles = cycles;
        benchmark.prepare();

        assertThat(benchmark.predict())
                .isInstanceOfSatisfying(
                        Prediction.class,
                        prediction -> assertThat(prediction.cyclesUsed()).isEqualTo(cycles));
    }
}
