package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.problem.Causes;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import health.lunaria.safeguards.tasks.RunningTasks.Running;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * As many lanes as tasks may run at once, each a schedule of its own that takes one message at a time: nothing waits hidden
 * behind a long task. Without a queue the service starts and answers all the same; a lane tries again, with growing pauses.
 */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskLanes {

    private static final Logger LOG = Logger.getLogger(TaskLanes.class);
    private static final Duration LAST_CALL = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final TaskQueue queue;
    private final TaskLeases leases;
    private final TaskWorker worker;
    private final RunningTasks running;
    private final TasksConfig config;
    private volatile boolean stopping;

    TaskLanes(
            Scheduler scheduler,
            TaskQueue queue,
            TaskLeases leases,
            TaskWorker worker,
            RunningTasks running,
            TasksConfig config) {
        this.scheduler = scheduler;
        this.queue = queue;
        this.leases = leases;
        this.worker = worker;
        this.running = running;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        for (int lane = 1; lane <= config.concurrency(); lane++) {
            Drain drain =
                    new Drain("Tasks in the queue", new BackOff(config.minBackOff(), config.maxBackOff()), this::next);
            scheduler
                    .newJob("tasks-" + lane)
                    .setInterval("1s")
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setAsyncTask(execution -> drain.run())
                    .schedule();
        }
    }

    private Uni<Boolean> next() {
        if (stopping) {
            return Uni.createFrom().item(false);
        }
        return queue.receive()
                .chain(message -> message.isEmpty()
                        ? Uni.createFrom().item(false)
                        : (stopping ? queue.hide(message.get(), Duration.ZERO) : worker.work(message.get()))
                                .replaceWith(true));
    }

    /** Runs on a thread that may wait: lets running tasks end, and gives back at once those that do not. */
    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        try {
            running.awaitNone(config.shutdownGrace());
            for (Running task : running.all()) {
                giveBack(task);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The lease first: a message that is seen early would find the task still taken. */
    private void giveBack(Running task) throws InterruptedException {
        task.lose().run();
        try {
            leases.putBackNow(task.task(), task.attempt())
                    .toCompletionStage()
                    .thenCompose(ignored -> queue.showNow(task.message()))
                    .toCompletableFuture()
                    .get(LAST_CALL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warnf("A task was not given back; its lease has to run out: %s", Causes.describe(failed));
        }
    }
}
