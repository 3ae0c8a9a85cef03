package health.lunaria.cycle.task;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.tasks.Task;
import health.lunaria.safeguards.tasks.TaskState;
import health.lunaria.safeguards.tasks.Tasks;
import io.quarkus.arc.Unremovable;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Calls the tasks as a feature's resource and service do, and waits. */
@Unremovable
@ApplicationScoped
public class TaskDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SubjectKeys keys;
    private final Tasks tasks;
    private final TaskDeskService service;

    TaskDesk(SubjectKeys keys, Tasks tasks, TaskDeskService service) {
        this.keys = keys;
        this.tasks = tasks;
        this.service = service;
    }

    UUID submit(String user, Object input) {
        Subject subject = new Subject(user);
        return with(user, key -> tasks.submit(subject, key, TestTasks.KIND, input));
    }

    void submitAndRollBack(String user, Object input) {
        Subject subject = new Subject(user);
        with(user, key -> service.submitAndFail(subject, key, input));
    }

    Optional<Task> find(String user, UUID task) {
        return with(user, key -> tasks.find(key, task));
    }

    List<Task> list(String user, int max) {
        return with(user, key -> tasks.list(key, TestTasks.KIND, max));
    }

    boolean cancel(String user, UUID task) {
        return with(user, key -> tasks.cancel(key, task));
    }

    Task awaitState(String user, UUID task, TaskState state) {
        until(() -> find(user, task).orElseThrow().state() == state);
        return find(user, task).orElseThrow();
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience ended").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private <T> T with(String user, Function<SubjectKey, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> keys.using(new Subject(user), work));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    /** A business transaction around a submission. */
    @ApplicationScoped
    public static class TaskDeskService {

        private final Tasks tasks;

        TaskDeskService(Tasks tasks) {
            this.tasks = tasks;
        }

        @WithTransaction
        public Uni<UUID> submitAndFail(Subject subject, SubjectKey key, Object input) {
            return tasks.submit(subject, key, TestTasks.KIND, input)
                    .onItem()
                    .failWith(() -> new IllegalStateException("After the submission"));
        }
    }
}
