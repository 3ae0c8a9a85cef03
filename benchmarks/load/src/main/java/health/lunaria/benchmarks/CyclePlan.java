package health.lunaria.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured of cycle-service.
 *
 * @param warmUp before each measurement, which counts for nothing
 * @param measured of each operation
 * @param importBytes length of the imported file
 * @param micro options of the microbenchmarks that differ from what they say themselves
 */
record CyclePlan(int clients, Duration warmUp, Duration measured, long importBytes, List<String> micro) {

    static final CyclePlan FULL =
            new CyclePlan(8, Duration.ofSeconds(40), Duration.ofSeconds(30), 200_000_000, List.of());

    /** To see that everything works; its figures mean little. */
    static final CyclePlan QUICK = new CyclePlan(
            8,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            10_000_000,
            List.of("-f", "1", "-wi", "1", "-w", "500ms", "-i", "1", "-r", "500ms"));

    CyclePlan {
        micro = List.copyOf(micro);
    }
}
