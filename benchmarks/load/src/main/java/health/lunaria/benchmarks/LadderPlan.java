package health.lunaria.benchmarks;

import java.time.Duration;

/**
 * How much is measured of the ladder.
 *
 * @param rounds in each of which every step of the ladder has its turn
 * @param warmUp before each measurement, which counts for nothing
 * @param measured of each operation in each round
 */
record LadderPlan(int clients, int rounds, Duration warmUp, Duration measured) {

    static final LadderPlan FULL = new LadderPlan(8, 4, Duration.ofSeconds(8), Duration.ofSeconds(10));

    /** To see that everything works; its figures mean little. */
    static final LadderPlan QUICK = new LadderPlan(8, 1, Duration.ofSeconds(2), Duration.ofSeconds(2));
}
