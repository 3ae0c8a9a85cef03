package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands in work that a service does later, and tells how it goes. Every method joins the caller's transaction, in which the
 * caller records the access.
 */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
public class Tasks {

    private static final int MAX_LISTED = 100;

    private final TaskRows rows;
    private final TaskHandlers handlers;
    private final int maxUnfinished;
    private final Clock clock = Clock.systemUTC();

    Tasks(TaskRows rows, TaskHandlers handlers, TasksConfig config) {
        this.rows = rows;
        this.handlers = handlers;
        this.maxUnfinished = config.maxUnfinished();
    }

    /**
     * Submits a task: durable when the transaction is, and from then on done at least once. Needs no queue: while that is
     * away, the task waits.
     *
     * @param key the subject's
     * @param kind of a {@link TaskHandler} of this service
     * @param input of the handler's type, sealed at most 16 MiB
     * @return its id, random; fails with {@code too-many-tasks} (429) when too many of this kind are unfinished
     */
    @WithTransaction
    public Uni<UUID> submit(Subject subject, SubjectKey key, String kind, Object input) {
        TaskHandler<?> handler = handlers.of(kind)
                .orElseThrow(() -> new IllegalArgumentException("There is no handler of this kind of task"));
        TaskRow row = new TaskRow(UUID.randomUUID(), key.subject().bytes(), kind, clock.instant());
        TaskSeals seals = new TaskSeals(key, row.id);
        row.subject = seals.subject(subject);
        row.input = seal(seals, handler, input);
        return rows.countUnfinished(key.subject(), kind)
                .invoke(this::failIfTooMany)
                .chain(() -> rows.insert(row))
                .replaceWith(row.id);
    }

    /** Somebody else's task is absent, as one that never was or that was deleted after its time. */
    @WithTransaction
    public Uni<Optional<Task>> find(SubjectKey key, UUID id) {
        return rows.of(key.subject(), id)
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : rows.result(id).map(result -> Optional.of(open(key, row, result))));
    }

    /**
     * The newest tasks of a kind, without what they left.
     *
     * @param max 1 to {@value #MAX_LISTED}
     */
    @WithTransaction
    public Uni<List<Task>> list(SubjectKey key, String kind, int max) {
        return rows.of(key.subject(), kind, Math.min(max, MAX_LISTED))
                .map(found -> found.stream().map(row -> open(key, row, null)).toList());
    }

    /**
     * Cancels a task that waits or runs. A run under way stops at its next {@link TaskRun#progress}; what it committed
     * before stays.
     *
     * @return whether there was something to cancel
     */
    @WithTransaction
    public Uni<Boolean> cancel(SubjectKey key, UUID id) {
        return rows.cancel(key.subject(), id, clock.instant()).map(changed -> changed > 0);
    }

    private void failIfTooMany(long unfinished) {
        if (unfinished >= maxUnfinished) {
            throw new ProblemException(CommonProblem.TOO_MANY_TASKS);
        }
    }

    private static <I> byte[] seal(TaskSeals seals, TaskHandler<I> handler, Object input) {
        Class<I> type = handler.inputType();
        if (!type.isInstance(input)) {
            throw new IllegalArgumentException("The input is no " + type.getSimpleName());
        }
        return seals.input(type, type.cast(input));
    }

    private static Task open(SubjectKey key, TaskView row, byte[] result) {
        TaskSeals seals = new TaskSeals(key, row.id());
        TaskSeals.Progress progress = seals.progress(row.revision(), row.progress());
        return new Task(
                row.id(),
                row.kind(),
                row.state(),
                progress.done(),
                progress.total(),
                row.createdAt(),
                row.updatedAt(),
                problem(seals, row),
                row.attempt(),
                seals.result(row.attempt(), result));
    }

    private static String problem(TaskSeals seals, TaskView row) {
        if (row.state() != TaskState.FAILED) {
            return null;
        }
        return row.problem() == null ? Task.GAVE_UP : seals.problem(row.attempt(), row.problem());
    }
}
