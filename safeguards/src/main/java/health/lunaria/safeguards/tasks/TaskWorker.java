package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.aws.AwsCalls;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.problem.Causes;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.tasks.RunningTasks.Running;
import health.lunaria.safeguards.tasks.TaskQueue.Message;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Does what one message names: looks at the task's row, takes it, runs it, stores how it ended, and only then deletes the
 * message. Fails when that is not possible now (database, keys or queue are away): the message then comes again.
 */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskWorker {

    private static final Logger LOG = Logger.getLogger(TaskWorker.class);

    private final TaskQueue queue;
    private final TaskLeases leases;
    private final TaskHandlers handlers;
    private final SubjectKeys keys;
    private final RunningTasks running;
    private final TaskMeters meters;
    private final Duration runTimeout;
    private final BackOff retryPauses;

    TaskWorker(
            TaskQueue queue,
            TaskLeases leases,
            TaskHandlers handlers,
            SubjectKeys keys,
            RunningTasks running,
            TaskMeters meters,
            TasksConfig config) {
        this.queue = queue;
        this.leases = leases;
        this.handlers = handlers;
        this.keys = keys;
        this.running = running;
        this.meters = meters;
        this.runTimeout = config.runTimeout();
        this.retryPauses = new BackOff(config.minRetryPause(), config.maxRetryPause());
    }

    Uni<Void> work(Message message) {
        return message.task().map(task -> work(task, message)).orElseGet(() -> queue.delete(message));
    }

    private Uni<Void> work(UUID task, Message message) {
        return leases.look(task)
                .chain(found -> found.isPresent() ? decide(task, found.get(), message) : queue.delete(message));
    }

    private Uni<Void> decide(UUID task, Standing standing, Message message) {
        return switch (standing.verdict()) {
            case FORGET -> queue.delete(message);
            case WAIT -> queue.hide(message, standing.leaseLeft());
            case RUN -> open(task, standing, message);
        };
    }

    /** The key before the row is taken: while keys cannot be had, no attempt is used up. */
    private Uni<Void> open(UUID task, Standing standing, Message message) {
        TaskHandler<?> handler = handlers.of(standing.kind())
                .orElseThrow(() -> new IllegalStateException("A task has a kind that this version cannot do"));
        return keys.usingExisting(
                        standing.subject(),
                        key -> claim(task, handler, key, message).replaceWith(true))
                .chain(hadKey -> hadKey.isPresent() ? Uni.createFrom().voidItem() : unopenable(task, handler, message));
    }

    /** The person's key was erased: nobody can ever do it, nor read why not. */
    private Uni<Void> unopenable(UUID task, TaskHandler<?> handler, Message message) {
        return leases.giveUp(task)
                .invoke(() -> meters.ended(handler.kind(), TaskMeters.Outcome.GAVE_UP))
                .chain(() -> queue.delete(message));
    }

    private <I> Uni<Void> claim(UUID task, TaskHandler<I> handler, SubjectKey key, Message message) {
        return queue.maxReceives()
                .chain(() -> leases.claim(task))
                .chain(claimed ->
                        claimed.isPresent() ? run(claimed.get(), handler, key, message) : work(task, message));
    }

    private <I> Uni<Void> run(Claim claim, TaskHandler<I> handler, SubjectKey key, Message message) {
        Optional<StoredRun<I>> run = open(claim, handler, key);
        if (run.isEmpty()) {
            return leases.giveUp(claim.id(), claim.attempt())
                    .invoke(() -> meters.ended(handler.kind(), TaskMeters.Outcome.GAVE_UP))
                    .chain(() -> queue.delete(message));
        }
        Attempt attempt = new Attempt(claim.id(), claim.attempt(), handler.kind(), message);
        return attempt(run.get(), handler, message)
                .onItem()
                .transformToUni(done -> ended(run.get().complete(), attempt, TaskMeters.Outcome.DONE))
                .onFailure(AttemptFailedException.class)
                .recoverWithUni(failed -> failed(run.get(), failed.getCause(), attempt));
    }

    private <I> Optional<StoredRun<I>> open(Claim claim, TaskHandler<I> handler, SubjectKey key) {
        try {
            return Optional.of(new StoredRun<>(claim, key, handler.inputType(), leases));
        } catch (SealBrokenException tampered) {
            broken(tampered);
            return Optional.empty();
        }
    }

    private static void broken(SealBrokenException tampered) {
        LOG.errorf("A task does not open and is given up: %s", Causes.describe(tampered));
    }

    private record Attempt(UUID task, int number, String kind, Message message) {}

    /** What the handler failed with, told apart from failures of storing how it ended. */
    private static final class AttemptFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AttemptFailedException(Throwable cause) {
            super("An attempt failed", cause);
        }
    }

    private <I> Uni<Void> attempt(StoredRun<I> run, TaskHandler<I> handler, Message message) {
        Running entry = new Running(run.id(), run.attempt(), message, run::lose);
        Executor caller = AwsCalls.caller();
        running.add(entry);
        return Uni.createFrom()
                .<Object>deferred(() -> handler.run(run).map(item -> item))
                .ifNoItem()
                .after(runTimeout)
                .fail()
                .emitOn(caller)
                .replaceWithVoid()
                .onFailure()
                .transform(AttemptFailedException::new)
                .onTermination()
                .invoke(() -> running.remove(entry));
    }

    private Uni<Void> failed(StoredRun<?> run, Throwable failure, Attempt attempt) {
        if (failure instanceof TaskRefusedException refused) {
            return ended(run.refuse(refused.slug()), attempt, TaskMeters.Outcome.REFUSED);
        }
        if (failure instanceof TaskLostException) {
            return lost(attempt);
        }
        return failed(failure, attempt);
    }

    private Uni<Void> failed(Throwable failure, Attempt attempt) {
        LOG.warnf("Attempt %d at a task %s failed: %s", attempt.number(), attempt.kind(), Causes.describe(failure));
        return queue.maxReceives()
                .chain(max -> attempt.message().receives() < max ? retryLater(attempt) : giveUp(attempt));
    }

    private Uni<Void> retryLater(Attempt attempt) {
        return leases.putBack(attempt.task(), attempt.number())
                .invoke(() -> meters.ended(attempt.kind(), TaskMeters.Outcome.RETRIED))
                .chain(still -> still
                        ? queue.hide(
                                attempt.message(),
                                retryPauses.after(attempt.message().receives() - 1))
                        : lost(attempt));
    }

    /** Shown again at once, the message is received once too often, and the queue moves it to the dead letters. */
    private Uni<Void> giveUp(Attempt attempt) {
        return leases.giveUp(attempt.task(), attempt.number())
                .invoke(() -> meters.ended(attempt.kind(), TaskMeters.Outcome.GAVE_UP))
                .chain(still -> still ? queue.hide(attempt.message(), Duration.ZERO) : lost(attempt));
    }

    private Uni<Void> ended(Uni<Boolean> stored, Attempt attempt, TaskMeters.Outcome outcome) {
        return stored.chain(still -> {
            if (!still) {
                return lost(attempt);
            }
            meters.ended(attempt.kind(), outcome);
            return queue.delete(attempt.message());
        });
    }

    /** Cancelled: nobody needs the message. With another worker: that one may still need it. */
    private Uni<Void> lost(Attempt attempt) {
        return leases.look(attempt.task())
                .chain(found -> found.isEmpty() || found.get().verdict() == Standing.Verdict.FORGET
                        ? queue.delete(attempt.message())
                        : Uni.createFrom().voidItem());
    }
}
