package health.lunaria.benchmarks;

import health.lunaria.launcher.Archives;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.postgres.PostgresPart;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Measures the log: how fast events get into it and what that costs, and how fast a proof comes out of a large one. Events come
 * in where those of the other services do, and proofs go out through the gateway.
 */
final class AuditBench implements Benchmark {

    private static final String SERVICE = "audit-service";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** A large log is published and verified by and by. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(15);

    private static final long SEED = 20261124;

    private final Home home;
    private final AuditPlan plan;
    private final PrintStream out;

    /** @param home of a stack with nothing in it */
    AuditBench(Home home, AuditPlan plan, PrintStream out) {
        this.home = home;
        this.plan = plan;
        this.out = out;
    }

    @Override
    public String page(Circumstances circumstances) {
        return run().markdown(circumstances);
    }

    @Override
    public void end() {
        QuietStack.of(home).down();
        // Ten million leaves take some gigabytes that nobody needs any more; the logs stay.
        Archives.delete(home.in(PostgresPart.NAME));
    }

    private AuditResults run() {
        out.println("Starting a stack of its own; nothing else should run on this machine now");
        Stack stack = QuietStack.of(home);
        stack.up();
        // A start loads classes on whatever thread asks for them first; nobody waits for it.
        long blockedAtStart = blockedEventLoops();
        try (AuditDatabase database = new AuditDatabase(stack)) {
            List<Integration> integrations = new ArrayList<>();
            try (Senders senders = new Senders(stack, plan.senders())) {
                senders.introduce(plan.subjects());
                for (int batch : plan.batches()) {
                    integrations.add(integrate(stack, database, senders, batch));
                }
            }
            Users reader = new Users(stack, "reader", 1);
            reader.consenting();
            AuditMetrics metrics = new AuditMetrics(stack.managementPort(SERVICE));
            FilledLog log = fill(stack, database, reader);
            long since = System.nanoTime();
            long before = metrics.verified();
            Waiting.until(() -> metrics.verified() >= log.size(), LONG_PATIENCE, "The log is not verified");
            Verification verification =
                    new Verification(metrics.verified() - before, seconds(since), database.findings());
            out.printf(Locale.ROOT, "  %d leaves verified in %.0f s%n", verification.leaves(), verification.seconds());
            List<Measured> reads = new ArrayList<>(read(reader, List.of(LogRead.proof(log.places()))));
            ProofTimes proofs = new ProofTimes(metrics.proof(0.5), metrics.proof(0.99));
            reads.addAll(read(
                    reader,
                    List.of(
                            LogRead.newestEntry(),
                            LogRead.tile(0, log.size()),
                            LogRead.tile(1, log.size()),
                            LogRead.entries(log.size()))));
            out.printf(
                    Locale.ROOT,
                    "  proofs in the service     p50 %5.1f ms   p99 %5.1f ms%n",
                    proofs.p50(),
                    proofs.p99());
            return new AuditResults(
                    plan, integrations, log, reads, proofs, verification, blockedEventLoops() - blockedAtStart);
        }
    }

    private long blockedEventLoops() {
        return EventLoopWarnings.in(home.log(SERVICE));
    }

    private Integration integrate(Stack stack, AuditDatabase database, Senders senders, int batch) {
        senders.run(batch, plan.subjects(), plan.warmUp());
        awaitPublication(database, PATIENCE);
        ProcessHandle service = process(stack, SERVICE);
        ProcessHandle postgres = process(stack, PostgresPart.NAME);
        double serviceSeconds = CpuTime.of(service);
        double databaseSeconds = CpuTime.of(postgres);
        long stored = database.bytes();
        long writtenAhead = database.writtenAhead();
        Senders.Delivered delivered = senders.run(batch, plan.subjects(), plan.measured());
        awaitPublication(database, PATIENCE);
        Integration integration = new Integration(
                batch,
                delivered.integrated(),
                delivered.until(database.published(delivered.deliveries())),
                CpuTime.of(service) - serviceSeconds,
                CpuTime.of(postgres) - databaseSeconds,
                database.bytes() - stored,
                database.writtenAhead() - writtenAhead);
        out.printf(
                Locale.ROOT,
                "  batches of %3d   %6.0f events/s   integrated p50 %6.1f ms, p99 %6.1f ms   published p99 %6.1f ms"
                        + "   processors %.0f s + %.0f s per million%n",
                batch,
                integration.eventsPerSecond(),
                integration.integrated().percentile(0.5),
                integration.integrated().percentile(0.99),
                integration.published().percentile(0.99),
                integration.perMillion(integration.serviceSeconds()),
                integration.perMillion(integration.databaseSeconds()));
        return integration;
    }

    /** Between what is filled in stand entries of a real user, whose proofs are read then. */
    private FilledLog fill(Stack stack, AuditDatabase database, Users reader) {
        String subject = reader.subjects().get(0);
        EventSender sender = new EventSender(home, "profile-service", port(stack), SEED);
        Random random = new Random(SEED);
        List<UUID> own = new ArrayList<>();
        long start = System.nanoTime();
        try {
            while (own.size() < plan.places()) {
                long most = 2 * Math.max(1, plan.leaves() - database.size()) / (plan.places() - own.size());
                database.fill(1 + (long) (random.nextDouble() * most));
                own.add(sender.deliverAbout(subject).last());
            }
            database.fill(Math.max(1, plan.leaves() - database.size()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
        double filled = seconds(start);
        out.printf(Locale.ROOT, "  %d leaves after %.0f s%n", database.size(), filled);
        awaitPublication(database, LONG_PATIENCE);
        double published = seconds(start);
        out.printf(Locale.ROOT, "  … published after %.0f s%n", published);
        return new FilledLog(
                database.published(), own.stream().map(database::place).toList(), filled, published);
    }

    private List<Measured> read(Users reader, List<? extends Call> calls) {
        List<Measured> measured = new ArrayList<>();
        try (Load load = new Load(home, reader.count())) {
            load.become(reader.tokens());
            load.awaitAnswers(PATIENCE);
            for (Call call : calls) {
                load.become(reader.tokens());
                load.run(call, plan.reads());
                Sample sample = load.run(call, plan.reads());
                measured.add(new Measured(call.label(), sample));
                out.printf(
                        Locale.ROOT,
                        "  %-24s p50 %5.1f ms   p99 %5.1f ms%n",
                        call.label(),
                        sample.percentile(0.5),
                        sample.percentile(0.99));
            }
        }
        return measured;
    }

    private static void awaitPublication(AuditDatabase database, Duration patience) {
        Waiting.until(() -> database.published() == database.size(), patience, "The log is not published");
    }

    private static ProcessHandle process(Stack stack, String part) {
        return stack.process(part).orElseThrow(() -> new LauncherException(part + " does not run"));
    }

    static int port(Stack stack) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(SERVICE))
                .findFirst()
                .orElseThrow()
                .port();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
