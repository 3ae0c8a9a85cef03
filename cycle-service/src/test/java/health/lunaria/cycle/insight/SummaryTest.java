package health.lunaria.cycle.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void ofNothingThereIsNoSummary() {
        assertThat(Summary.of(List.of())).isEmpty();
    }

    @Test
    void oneValueHasNoDeviation() {
        assertThat(Summary.of(List.of(28))).contains(new Summary(1, 28, 28, 28, 28, null));
    }

    /** By hand: mean 168 / 6 = 28; squares 4 + 1 + 0 + 0 + 1 + 16 = 22; 22 / 5 = 4.4. */
    @Test
    void figuresAreThoseWorkedOutByHand() {
        Summary summary = Summary.of(List.of(27, 28, 26, 32, 28, 27)).orElseThrow();

        assertThat(summary.count()).isEqualTo(6);
        assertThat(summary.mean()).isEqualTo(28);
        assertThat(summary.median()).isEqualTo(27.5);
        assertThat(summary.shortest()).isEqualTo(26);
        assertThat(summary.longest()).isEqualTo(32);
        assertThat(summary.variation()).isEqualTo(6);
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(4.4), within(1e-12));
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Summary.of(List.of(90, 24, 31)).orElseThrow().median()).isEqualTo(31);
    }
}
