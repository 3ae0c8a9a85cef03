package health.lunaria.benchmarks;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Progress;
import health.lunaria.launcher.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./lunaria bench} runs. Exit codes: 0 done, 1 failed. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try {
            run(Path.of(System.getProperty("lunaria.root", "")).toAbsolutePath(), Arguments.of(List.of(arguments)));
        } catch (LauncherException failed) {
            System.err.println("lunaria: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path repository, Arguments arguments) {
        Stack stack = Stack.anew(repository, "benchmarks/load/target/home", new Progress(System.out));
        Benchmark benchmark = benchmark(stack.home(), arguments);
        Thread end = new Thread(benchmark::end);
        // Also when somebody loses patience.
        Runtime.getRuntime().addShutdownHook(end);
        String page = benchmark.page(Circumstances.present());
        System.out.println();
        System.out.println(page);
        if (!arguments.quick()) {
            write(repository.resolve("benchmarks").resolve(arguments.suite().page()), page);
        }
    }

    private static Benchmark benchmark(Home home, Arguments arguments) {
        boolean quick = arguments.quick();
        return switch (arguments.suite()) {
            case LADDER -> new LadderBench(home, quick ? LadderPlan.QUICK : LadderPlan.FULL, System.out);
            case CYCLE -> new CycleBench(home, quick ? CyclePlan.QUICK : CyclePlan.FULL, System.out);
            case AUDIT -> new AuditBench(home, quick ? AuditPlan.QUICK : AuditPlan.FULL, System.out);
        };
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
