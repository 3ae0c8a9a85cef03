package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds in each of which every step of the ladder has its turn
 * @param warmUp before each measurement, which counts for nothing
 * @param measured of each operation in each round
 */
record Plan(int clients, int rounds, Duration warmUp, Duration measured) {

    static final Plan FULL = new Plan(8, 4, Duration.ofSeconds(8), Duration.ofSeconds(10));

    /** To see that everything works; its figures mean little. */
    static final Plan QUICK = new Plan(8, 1, Duration.ofSeconds(2), Duration.ofSeconds(2));

    /** @throws LauncherException if the arguments are unknown */
    static Plan of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return FULL;
        }
        if (arguments.equals(List.of("--quick"))) {
            return QUICK;
        }
        throw new LauncherException("bench takes no argument but --quick");
    }
}
