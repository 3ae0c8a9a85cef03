package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Memory;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.demo.GatewayClient;
import health.lunaria.launcher.demo.GeneratedYear;
import health.lunaria.launcher.demo.GeneratedYear.Person;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures on a stack of its own: the ladder first, then how long a warm start takes and how much memory all of it. */
final class LadderBench implements Benchmark {

    private static final String SERVICE = "cycle-service";
    private static final int WARM_STARTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final LadderPlan plan;
    private final PrintStream out;
    private final Map<Rung, Path> packages = new EnumMap<>(Rung.class);
    private final Ladder ladder = new Ladder();
    private int longestOutbox;

    /** @param home of a stack with nothing in it */
    LadderBench(Home home, LadderPlan plan, PrintStream out) {
        this.home = home;
        this.plan = plan;
        this.out = out;
    }

    @Override
    public String page(Circumstances circumstances) {
        return run().markdown(circumstances);
    }

    private LadderResults run() {
        Packages source = new Packages(home.repository(), home.in("packages"));
        for (Rung rung : Rung.values()) {
            packages.put(rung, source.make(rung));
        }
        out.println("Starting a stack of its own; nothing else should run on this machine now");
        product().up();
        for (Rung rung : Rung.values()) {
            give(rung);
        }
        failUnlessStepsDiffer();
        // The gateway, the clients and the database grow warm once and stay so; no step shall pay for it.
        for (Rung rung : Rung.values()) {
            warmUp(rung);
        }
        for (int round = 0; round < plan.rounds(); round++) {
            // Another one begins each time: a machine that grows slower must not always be slower for the same step.
            List<Rung> order = new ArrayList<>(List.of(Rung.values()));
            Collections.rotate(order, round);
            for (Rung rung : order) {
                measure(round, rung);
            }
        }
        product().stop(SERVICE);
        product().up();
        long megabytes = megabytes();
        return new LadderResults(plan, ladder, longestOutbox, warmStarts(), megabytes);
    }

    @Override
    public void end() {
        product().down();
    }

    private void give(Rung rung) {
        Stack stack = swap(rung);
        int readable = readableMonths(stack);
        List<String> tokens = users(rung).consenting();
        try (Load load = new Load(home, plan.clients())) {
            load.become(tokens);
            load.awaitAnswers(PATIENCE);
        }
        for (int i = 0; i < tokens.size(); i++) {
            GeneratedYear year = new GeneratedYear(new Person(28.4, 2.2, -1), i);
            new GatewayClient(home, tokens.get(i))
                    .put("/v1/cycle/days", GeneratedYear.request(year.until(LocalDate.now(ZoneOffset.UTC))));
        }
        if (readableMonths(stack) > readable != (rung == Rung.PLAIN)) {
            throw new LauncherException("On the step " + rung.label() + ", data are stored otherwise than it says");
        }
        out.println("  ✓ " + tokens.size() + " users with a year of logs for: " + rung.label());
    }

    private static int readableMonths(Stack stack) {
        try (CycleDatabase database = new CycleDatabase(stack)) {
            return database.readableMonths();
        }
    }

    /** A class that was exchanged and is not used, or the other way round, would make a ladder of equal steps. */
    private void failUnlessStepsDiffer() {
        try (CycleDatabase database = new CycleDatabase(product())) {
            database.awaitDelivery(PATIENCE);
        }
        for (Rung rung : Rung.values()) {
            JsonNode log = new GatewayClient(home, users(rung).tokens().get(0)).get("/v1/audit/access-log");
            boolean recorded = log.path("entries").findValuesAsText("action").contains("cycle.days.write");
            if (recorded != (rung == Rung.AUDIT)) {
                throw new LauncherException(
                        "On the step " + rung.label() + ", accesses are recorded otherwise than it says");
            }
        }
        out.println("  ✓ plain is stored readable, the rest is not; accesses are recorded with + audit only");
    }

    private void warmUp(Rung rung) {
        swap(rung);
        try (Load load = new Load(home, plan.clients())) {
            load.become(users(rung).tokens());
            load.awaitAnswers(PATIENCE);
            for (Operation operation : Operation.values()) {
                load.run(operation, plan.warmUp());
            }
        }
        out.println("  ✓ warmed up with: " + rung.label());
    }

    private void measure(int round, Rung rung) {
        Stack stack = swap(rung);
        try (Load load = new Load(home, plan.clients());
                CycleDatabase database = new CycleDatabase(stack)) {
            load.become(users(rung).tokens());
            load.awaitAnswers(PATIENCE);
            for (Operation operation : Operation.values()) {
                load.run(operation, plan.warmUp());
                database.awaitDelivery(PATIENCE);
                Sample sample = load.run(operation, plan.measured());
                longestOutbox = Math.max(longestOutbox, database.waitingEvents());
                database.awaitDelivery(PATIENCE);
                ladder.add(rung, operation, sample);
                out.printf(
                        Locale.ROOT,
                        "  round %d of %d  %-13s %-13s %6.0f /s   p50 %5.1f ms   p99 %5.1f ms%n",
                        round + 1,
                        plan.rounds(),
                        rung.label(),
                        operation.label(),
                        sample.throughput(),
                        sample.percentile(0.5),
                        sample.percentile(0.99));
            }
        }
    }

    /** Runs the package of a step in the place of the one that ran before. */
    private Stack swap(Rung rung) {
        Stack stack = QuietStack.of(home, Map.of(SERVICE, packages.get(rung)));
        stack.stop(SERVICE);
        stack.up();
        return stack;
    }

    private Users users(Rung rung) {
        return new Users(product(), rung.name().toLowerCase(Locale.ROOT), plan.clients());
    }

    private long megabytes() {
        Stack stack = product();
        return stack.parts().stream()
                        .flatMap(part -> stack.process(part.name()).stream())
                        .mapToLong(Memory::kilobytes)
                        .sum()
                / 1024;
    }

    private List<Double> warmStarts() {
        List<Double> seconds = new ArrayList<>();
        // The first one only sees to it that what a start leaves behind for the next one is there.
        for (int i = 0; i <= WARM_STARTS; i++) {
            product().down();
            long start = System.nanoTime();
            product().up();
            double took = (System.nanoTime() - start) / 1e9;
            if (i > 0) {
                seconds.add(took);
                out.printf(Locale.ROOT, "  warm start %d of %d  %.1f s%n", i, WARM_STARTS, took);
            }
        }
        return seconds;
    }

    private Stack product() {
        return QuietStack.of(home);
    }
}
