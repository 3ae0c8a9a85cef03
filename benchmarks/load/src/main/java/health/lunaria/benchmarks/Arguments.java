package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.util.List;

/**
 * What was asked for.
 *
 * @param cycle cycle-service's operations; else the ladder
 * @param quick only to see that everything works
 */
record Arguments(boolean cycle, boolean quick) {

    /** @throws LauncherException if they are unknown */
    static Arguments of(List<String> arguments) {
        boolean cycle = !arguments.isEmpty() && arguments.get(0).equals("cycle");
        List<String> options = cycle ? arguments.subList(1, arguments.size()) : arguments;
        if (options.isEmpty() || options.equals(List.of("--quick"))) {
            return new Arguments(cycle, !options.isEmpty());
        }
        throw new LauncherException("bench takes no arguments but cycle and, after it, --quick");
    }
}
