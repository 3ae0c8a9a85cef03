package health.lunaria.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What was measured of one operation in one stretch of time.
 *
 * @param nanoseconds that the stretch took
 * @param latencies of each call that ended in it, in nanoseconds, ascending
 */
record Sample(long nanoseconds, long[] latencies) {

    Sample {
        latencies = latencies.clone();
        Arrays.sort(latencies);
    }

    /** Several stretches as one. */
    static Sample of(List<Sample> samples) {
        return new Sample(
                samples.stream().mapToLong(Sample::nanoseconds).sum(),
                samples.stream()
                        .flatMapToLong(sample -> Arrays.stream(sample.latencies))
                        .toArray());
    }

    int count() {
        return latencies.length;
    }

    /** Calls per second. */
    double throughput() {
        return latencies.length * 1e9 / nanoseconds;
    }

    /**
     * The smallest latency that at least this share of all calls did not exceed (nearest rank), in milliseconds.
     *
     * @param share above 0, at most 1
     * @throws IllegalStateException if nothing was measured
     */
    double percentile(double share) {
        if (latencies.length == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        return latencies[(int) Math.ceil(share * latencies.length) - 1] / 1e6;
    }
}
