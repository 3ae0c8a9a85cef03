package health.lunaria.safeguards.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewrapBenchmarkTest {

    private final RewrapBenchmark benchmark = new RewrapBenchmark();

    @Test
    void theKeyStaysWhatItIs() {
        benchmark.prepare();

        assertThat(benchmark.keepsTheKey()).isTrue();
    }

    @Test
    void wrappingIsDoneAnewEachTime() {
        benchmark.prepare();

        assertThat(benchmark.rewrap()).isNotEqualTo(benchmark.rewrap());
    }
}
