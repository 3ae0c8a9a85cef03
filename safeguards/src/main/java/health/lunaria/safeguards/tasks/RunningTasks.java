package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.problem.Causes;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What this process runs at the moment. It extends the leases, of row and message, while it does. */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class RunningTasks {

    private static final Logger LOG = Logger.getLogger(RunningTasks.class);

    private final TaskLeases leases;
    private final TaskQueue queue;
    private final Set<Running> all = ConcurrentHashMap.newKeySet();

    RunningTasks(TaskLeases leases, TaskQueue queue) {
        this.leases = leases;
        this.queue = queue;
    }

    /** @param lose to be told when the task is not this run's any more */
    record Running(UUID task, int attempt, TaskQueue.Message message, Runnable lose) {}

    void add(Running running) {
        all.add(running);
    }

    synchronized void remove(Running running) {
        all.remove(running);
        notifyAll();
    }

    Collection<Running> all() {
        return List.copyOf(all);
    }

    @Scheduled(every = "${lunaria.tasks.heartbeat:15s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        return Multi.createFrom()
                .iterable(all())
                .onItem()
                .transformToUniAndConcatenate(this::extend)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> extend(Running running) {
        return leases.extend(running.task(), running.attempt())
                .chain(extended -> extended ? queue.keep(running.message()) : lose(running))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("A task's lease was not extended: %s", Causes.describe(failure));
                    return Uni.createFrom().voidItem();
                });
    }

    private static Uni<Void> lose(Running running) {
        running.lose().run();
        return Uni.createFrom().voidItem();
    }

    /** Waits until nothing runs; at a shutdown only, whose thread may wait. */
    synchronized void awaitNone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!all.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
