package health.lunaria.profile.erasure;

import health.lunaria.safeguards.problem.Causes;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Duration stepTimeout;
    private final Counter failures;
    private final Drain drain;

    ErasureConductor(ErasureSaga saga, ErasureSteps steps, ErasureConfig config, MeterRegistry registry) {
        this.saga = saga;
        this.steps = steps;
        this.stepTimeout = config.stepTimeout();
        this.failures = Counter.builder("lunaria.erasure.failures")
                .description("Attempts at a step of an erasure that failed")
                .register(registry);
        this.drain = new Drain("Erasures", new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30)), this::next);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> conduct() {
        return drain.run();
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
                .after(stepTimeout)
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
