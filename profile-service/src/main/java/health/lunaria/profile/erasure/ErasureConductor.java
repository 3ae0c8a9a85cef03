package health.lunaria.profile.erasure;

import health.lunaria.safeguards.problem.Causes;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Carries erasures through, step by step, also those that a process which died had begun. A step that fails is tried again later, for
 * as long as it takes, and does not hold up other erasures.
 */
@ApplicationScoped
class ErasureConductor {

    private static final Logger LOG = Logger.getLogger(ErasureConductor.class);

    private final ErasureSaga saga;
    private final ErasureSteps steps;
    private final Scheduler scheduler;
    private final ErasureConfig config;
    private final Counter failures;

    ErasureConductor(
            Scheduler scheduler, ErasureSaga saga, ErasureSteps steps, ErasureConfig config, MeterRegistry registry) {
        this.scheduler = scheduler;
        this.saga = saga;
        this.steps = steps;
        this.config = config;
        this.failures = Counter.builder("lunaria.erasure.failures")
                .description("Attempts at a step of an erasure that failed")
                .register(registry);
    }

    /** As many lanes as erasures may be under way at once, each a schedule of its own that does one step at a time. */
    void start(@Observes StartupEvent started) {
        for (int lane = 1; lane <= config.concurrency(); lane++) {
            Drain drain = new Drain("Erasures", new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30)), this::next);
            scheduler
                    .newJob("erasures-" + lane)
                    .setInterval("1s")
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setAsyncTask(execution -> drain.run())
                    .schedule();
        }
    }

    /** One step of one erasure. */
    private Uni<Boolean> next() {
        return saga.take()
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(false)
                        : run(due.get()).replaceWith(true));
    }

    private Uni<Void> run(DueErasure due) {
        return steps.run(due)
                .ifNoItem()
                .after(config.stepTimeout())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> report(due, failure));
    }

    private Void report(DueErasure due, Throwable failure) {
        failures.increment();
        LOG.warnf("%s is tried again: %s", due, Causes.describe(failure));
        return null;
    }
}
