package health.lunaria.audit.workforce;

import health.lunaria.audit.policy.Policies;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reminds of trainings and acknowledgements 30 and 7 days before they expire, and when they do: into a table, which the
 * register shows, and as {@code lunaria.workforce.reminders} by days. One statement does it, so replicas do not remind twice.
 * A new version of a policy, which comes with a new build, lets acknowledgements of the one before expire sooner.
 */
@ApplicationScoped
class Reminders {

    private static final Logger LOG = Logger.getLogger(Reminders.class);

    private final ExpiryRows rows;
    private final Policies policies;
    private final Clock clock;
    private final MeterRegistry registry;

    Reminders(ExpiryRows rows, Policies policies, Clock clock, MeterRegistry registry) {
        this.rows = rows;
        this.policies = policies;
        this.clock = clock;
        this.registry = registry;
    }

    @Scheduled(every = "${lunaria.workforce.sweep:1h}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return outdate()
                .chain(() -> rows.remind(clock.instant()))
                .invoke(this::count)
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Reminders wait: %s", failure.getClass().getSimpleName());
                    return null;
                });
    }

    private Uni<Void> outdate() {
        return Multi.createFrom()
                .iterable(policies.outdated().entrySet())
                .onItem()
                .transformToUniAndConcatenate(set -> rows.outdate(set.getKey(), set.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    private void count(List<Integer> reminders) {
        reminders.forEach(days -> registry.counter("lunaria.workforce.reminders", "days", Integer.toString(days))
                .increment());
    }
}
