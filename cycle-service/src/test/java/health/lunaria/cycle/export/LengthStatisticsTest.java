package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LengthStatisticsTest {

    @Test
    void nothingHasNoMean() {
        assertThat(LengthStatistics.of(List.of())).isEmpty();
    }

    @Test
    void oneLengthDoesNotVary() {
        LengthStatistics one = LengthStatistics.of(List.of(28)).orElseThrow();

        assertThat(one.mean()).isEqualTo(28);
        assertThat(one.shortest()).isEqualTo(one.longest());
        assertThat(one.deviation()).isEmpty();
    }

    /** Worked by hand: mean 28, squares 4 + 0 + 4 over n − 1 = 2. */
    @Test
    void theDeviationIsThatOfASample() {
        LengthStatistics three = LengthStatistics.of(List.of(26, 28, 30)).orElseThrow();

        assertThat(three.deviation().orElseThrow()).isCloseTo(2.0, within(1e-12));
        assertThat(three.shortest()).isEqualTo(26);
        assertThat(three.longest()).isEqualTo(30);
    }
}
