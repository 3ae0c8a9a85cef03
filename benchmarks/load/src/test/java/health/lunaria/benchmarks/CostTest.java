package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostTest {

    @Test
    void aProcessorThatIsBusyHalfOfTheTimeIsPaidForTwice() {
        assertThat(Cost.of(1800, 0, 0, 0)).isEqualTo(new Cost(0.0408, 0, 0, 0));
        assertThat(Cost.of(0, 1800, 0, 0).database()).isCloseTo(0.138, within(1e-9));
    }

    @Test
    void storageIsPaidForByTheRequestAndByTheMonth() {
        Cost cost = Cost.of(0, 0, 5e9, 4096e6);

        assertThat(cost.requests()).isCloseTo(0.20, within(1e-9));
        assertThat(cost.storage()).isCloseTo(0.50, within(1e-9));
        assertThat(cost.once()).isCloseTo(0.20, within(1e-9));
    }

    @Test
    void theAssumptionsNameThePricesThatAreCountedWith() {
        assertThat(Cost.ASSUMPTIONS).contains("$0.0408", "$0.138", "$0.20", "$0.10");
    }
}
