package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void percentilesAreThoseOfTheNearestRank() {
        // 100 ms down to 1 ms: unsorted on purpose.
        Sample sample = new Sample(
                1,
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLISECOND).toArray());

        assertThat(sample.percentile(0.5)).isEqualTo(50);
        assertThat(sample.percentile(0.99)).isEqualTo(99);
        assertThat(sample.percentile(0.991)).isEqualTo(100);
        assertThat(sample.percentile(1)).isEqualTo(100);
        assertThat(sample.percentile(0.001)).isEqualTo(1);
    }

    @Test
    void ofOneCallEveryPercentileIsThatCall() {
        Sample sample = new Sample(1, new long[] {7 * MILLISECOND});

        assertThat(sample.percentile(0.01)).isEqualTo(7);
        assertThat(sample.percentile(0.99)).isEqualTo(7);
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThatThrownBy(() -> new Sample(1, new long[0]).percentile(0.5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void throughputIsPerSecond() {
        assertThat(new Sample(500 * MILLISECOND, new long[] {1, 2, 3}).throughput())
                .isEqualTo(6);
    }

    @Test
    void severalStretchesCountAsOne() {
        Sample all = Sample.of(List.of(
                new Sample(1000 * MILLISECOND, new long[] {9 * MILLISECOND, 1 * MILLISECOND}),
                new Sample(1000 * MILLISECOND, new long[] {5 * MILLISECOND})));

        assertThat(all.count()).isEqualTo(3);
        assertThat(all.throughput()).isEqualTo(1.5);
        assertThat(all.percentile(0.5)).isEqualTo(5);
    }

    @Test
    void changesOfTheArrayAfterwardsDoNotReachIt() {
        long[] latencies = {1 * MILLISECOND};
        Sample sample = new Sample(1, latencies);
        latencies[0] = 99 * MILLISECOND;

        assertThat(sample.percentile(1)).isEqualTo(1);
    }
}
