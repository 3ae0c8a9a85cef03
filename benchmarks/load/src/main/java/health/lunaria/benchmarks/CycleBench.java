package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.cycle.testing.AppleHealthFile;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.demo.GatewayClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures what users of cycle-service wait for: what it computes, what it answers through the gateway, and a large import. */
final class CycleBench implements Benchmark {

    private static final String SERVICE = "cycle-service";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final CyclePlan plan;
    private final PrintStream out;
    private final MicroBenchmarks micro;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /** @param home of a stack with nothing in it */
    CycleBench(Home home, CyclePlan plan, PrintStream out) {
        this.home = home;
        this.plan = plan;
        this.out = out;
        this.micro = new MicroBenchmarks(home.repository(), home.directory());
    }

    @Override
    public String page(Circumstances circumstances) {
        return run().markdown(circumstances);
    }

    @Override
    public void end() {
        micro.end();
        QuietStack.of(home).down();
    }

    private CycleResults run() {
        out.println("Microbenchmarks first; nothing else should run on this machine now");
        List<MicroScore> scores = micro.run(plan.micro());
        scores.forEach(score -> out.printf(
                Locale.ROOT, "  %-28s %-20s %8.2f µs%n", score.benchmark(), score.parameters(), score.mean()));
        out.println("Starting a stack of its own");
        Stack stack = QuietStack.of(home);
        stack.up();
        List<Measured> measured = operations(stack);
        ImportOutcome imported = importFile(stack);
        return new CycleResults(plan, scores, measured, imported, EventLoopWarnings.in(home.log(SERVICE)));
    }

    private List<Measured> operations(Stack stack) {
        Users users = new Users(stack, "cycle", plan.clients());
        List<Device> devices = Stream.generate(() -> new Device(today, FiveYears.DAYS))
                .limit(plan.clients())
                .toList();
        List<Measured> measured = new ArrayList<>();
        try (Load load = new Load(home, plan.clients());
                CycleDatabase database = new CycleDatabase(stack)) {
            load.become(users.consenting());
            load.awaitAnswers(PATIENCE);
            users.tokens().forEach(this::logFiveYears);
            load.become(users.tokens());
            // Fails if not every day of five years is there.
            load.once(devices);
            out.println("  ✓ " + plan.clients() + " users with five years of logs");
            for (List<? extends Call> calls : List.of(
                    everybody(Operation.READ_A_MONTH),
                    devices,
                    everybody(new FirstSync()),
                    everybody(Operation.PREDICT))) {
                load.become(users.tokens());
                measured.add(measure(load, database, calls));
            }
        }
        return measured;
    }

    private List<Call> everybody(Call call) {
        return Collections.nCopies(plan.clients(), call);
    }

    private void logFiveYears(String token) {
        GatewayClient user = new GatewayClient(home, token);
        for (ObjectNode request : FiveYears.requests(today)) {
            user.put("/v1/cycle/days", request);
        }
    }

    /** What a load leaves behind to be delivered must not slow down the next one. */
    private Measured measure(Load load, CycleDatabase database, List<? extends Call> calls) {
        load.run(calls, plan.warmUp());
        database.awaitDelivery(PATIENCE);
        Sample sample = load.run(calls, plan.measured());
        database.awaitDelivery(PATIENCE);
        Measured measured = new Measured(calls.get(0).label(), sample);
        out.printf(
                Locale.ROOT,
                "  %-28s %6.0f /s   p50 %6.1f ms   p99 %6.1f ms%n",
                measured.operation(),
                sample.throughput(),
                sample.percentile(0.5),
                sample.percentile(0.99));
        return measured;
    }

    private ImportOutcome importFile(Stack stack) {
        Path file = home.in("export.xml");
        try {
            AppleHealthFile.write(file, plan.importBytes(), today);
            Users user = new Users(stack, "import", 1);
            user.consenting();
            ProcessHandle service =
                    stack.process(SERVICE).orElseThrow(() -> new LauncherException(SERVICE + " does not run"));
            ImportOutcome outcome = new HealthImport(home, () -> user.tokens().get(0), service).run(file);
            out.println("  import: " + outcome.text());
            Files.delete(file);
            return outcome;
        } catch (IOException failed) {
            throw new LauncherException("The file to import cannot be made: " + failed, failed);
        }
    }
}
