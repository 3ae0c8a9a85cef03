package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Progress;
import health.lunaria.launcher.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What {@code ./lunaria bench} runs. Exit codes: 0 done, 1 failed. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try {
            run(Path.of(System.getProperty("lunaria.root", "")).toAbsolutePath(), Plan.of(List.of(arguments)));
        } catch (LauncherException failed) {
            System.err.println("lunaria: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path repository, Plan plan) {
        Stack stack = Stack.anew(repository, "benchmarks/load/target/home", new Progress(System.out));
        Bench bench = new Bench(stack.home(), plan, System.out);
        Thread end = new Thread(bench::end);
        // Also when somebody loses patience.
        Runtime.getRuntime().addShutdownHook(end);
        Results results = bench.run();
        String page = results.markdown(
                Machine.describe(),
                System.getProperty("lunaria.commit", "unknown"),
                LocalDate.now(ZoneOffset.UTC).toString());
        System.out.println();
        System.out.println(page);
        if (plan.equals(Plan.FULL)) {
            write(repository.resolve("benchmarks/RESULTS.md"), page);
        }
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
            System.out.println("Written to " + file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
