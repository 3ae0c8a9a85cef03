package health.lunaria.benchmarks;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.Progress;
import health.lunaria.launcher.Stack;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A stack that starts and stops without telling: a benchmark does so many times. */
final class QuietStack {

    private QuietStack() {}

    /** The product as it is packaged. */
    static Stack of(Home home) {
        return of(home, Map.of());
    }

    /** @param jars to run in the place of packaged services, by the service's name */
    static Stack of(Home home, Map<String, Path> jars) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Stack(home, new Progress(nowhere), jars);
    }
}
