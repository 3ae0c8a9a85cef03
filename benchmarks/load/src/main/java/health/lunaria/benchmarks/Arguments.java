package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.util.List;

/**
 * What was asked for.
 *
 * @param quick only to see that everything works
 */
record Arguments(Suite suite, boolean quick) {

    /** What is measured. */
    enum Suite {
        LADDER("RESULTS.md"),
        CYCLE("CYCLE.md"),
        AUDIT("AUDIT.md");

        private final String page;

        Suite(String page) {
            this.page = page;
        }

        /** Where the figures are written to, in the folder of the benchmarks. */
        String page() {
            return page;
        }
    }

    /** @throws LauncherException if they are unknown */
    static Arguments of(List<String> arguments) {
        Suite suite = suite(arguments.isEmpty() ? "" : arguments.get(0));
        List<String> options = suite == Suite.LADDER ? arguments : arguments.subList(1, arguments.size());
        if (options.isEmpty() || options.equals(List.of("--quick"))) {
            return new Arguments(suite, !options.isEmpty());
        }
        throw new LauncherException("bench takes no arguments but cycle or audit and, after it, --quick");
    }

    private static Suite suite(String word) {
        return switch (word) {
            case "cycle" -> Suite.CYCLE;
            case "audit" -> Suite.AUDIT;
            default -> Suite.LADDER;
        };
    }
}
