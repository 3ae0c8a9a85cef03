package health.lunaria.cycle.task;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import health.lunaria.safeguards.tasks.TaskHandler;
import health.lunaria.safeguards.tasks.TaskRefusedException;
import health.lunaria.safeguards.tasks.TaskRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that does what its input says, and remembers its runs. */
@ApplicationScoped
public class TestTasks implements TaskHandler<TestTasks.Input> {

    static final String KIND = "test.task";

    private static final Map<UUID, List<Seen>> RUNS = new ConcurrentHashMap<>();
    private static final Map<String, CompletableFuture<Void>> GATES = new ConcurrentHashMap<>();

    /**
     * @param failures so many attempts fail
     * @param gate the run waits until the test opens it; {@code null} for none
     * @param refusal the slug to refuse with; {@code null} for none
     */
    @Confidential
    public record Input(Sensitive<String> text, int failures, String gate, String refusal) {

        static Input of(String text) {
            return new Input(Sensitive.of(text), 0, null, null);
        }

        static Input failing(int times) {
            return new Input(Sensitive.of("failing"), times, null, null);
        }

        static Input gated(String gate) {
            return new Input(Sensitive.of("gated"), 0, gate, null);
        }

        static Input refused(String slug) {
            return new Input(Sensitive.of("refused"), 0, null, slug);
        }

        @Override
        public String toString() {
            return "Input[redacted]";
        }
    }

    @Confidential
    public record Output(Sensitive<String> text, LocalDate date) {

        @Override
        public String toString() {
            return "Output[redacted]";
        }
    }

    @Confidential
    public record Checkpoint(int line) {

        @Override
        public String toString() {
            return "Checkpoint[redacted]";
        }
    }

    /** What one run was given. */
    record Seen(int attempt, String subject, int checkpoint) {}

    static List<Seen> runsOf(UUID task) {
        return RUNS.getOrDefault(task, List.of());
    }

    static void open(String gate) {
        gate(gate).complete(null);
    }

    static void openAll() {
        GATES.keySet().forEach(TestTasks::open);
    }

    private static CompletableFuture<Void> gate(String name) {
        return GATES.computeIfAbsent(name, ignored -> new CompletableFuture<>());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Uni<?> run(TaskRun<Input> run) {
        int checkpoint = run.checkpoint(Checkpoint.class).map(Checkpoint::line).orElse(0);
        RUNS.computeIfAbsent(run.id(), ignored -> new CopyOnWriteArrayList<>())
                .add(new Seen(run.attempt(), run.subject().id(), checkpoint));
        Input input = run.input();
        return run.progress(1, 3, new Checkpoint(checkpoint + 1))
                .chain(() -> input.gate() == null ? Uni.createFrom().voidItem() : pass(input.gate()))
                .chain(() -> run.progress(2, 3, new Checkpoint(checkpoint + 2)))
                .chain(() -> run.result(new Output(input.text(), LocalDate.of(2026, 11, 24))))
                .invoke(() -> failIfWanted(run));
    }

    private static Uni<Void> pass(String gate) {
        return Uni.createFrom().completionStage(gate(gate).copy());
    }

    private static void failIfWanted(TaskRun<Input> run) {
        if (run.input().refusal() != null) {
            throw new TaskRefusedException(run.input().refusal());
        }
        if (run.attempt() <= run.input().failures()) {
            throw new IllegalStateException("As the test wanted it");
        }
    }
}
