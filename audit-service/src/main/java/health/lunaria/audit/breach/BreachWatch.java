package health.lunaria.audit.breach;

import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells how many clocks of open incidents are overdue ({@code lunaria.breach.clocks.overdue}) and how many will be within a
 * day ({@code lunaria.breach.clocks.due.soon}), for the alerts on them.
 */
@ApplicationScoped
class BreachWatch {

    private static final Duration SOON = Duration.ofDays(1);

    private final BreachService breaches;
    private final Clock clock;
    private final AtomicLong overdue = new AtomicLong();
    private final AtomicLong dueSoon = new AtomicLong();
    private final Drain drain;

    BreachWatch(BreachService breaches, Clock clock, MeterRegistry registry) {
        this.breaches = breaches;
        this.clock = clock;
        registry.gauge("lunaria.breach.clocks.overdue", overdue);
        registry.gauge("lunaria.breach.clocks.due.soon", dueSoon);
        this.drain = new Drain("Breach clocks", new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1)), this::look);
    }

    @Scheduled(every = "${lunaria.breach.watch:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> watch() {
        return drain.run();
    }

    private Uni<Boolean> look() {
        return breaches.watched().invoke(this::count).replaceWith(false);
    }

    private void count(List<BreachState> watched) {
        Instant soon = clock.instant().plus(SOON);
        List<BreachClock> clocks =
                watched.stream().flatMap(state -> state.clocks().stream()).toList();
        overdue.set(clocks.stream()
                .filter(found -> found.status() == BreachClock.Status.OVERDUE)
                .count());
        dueSoon.set(clocks.stream()
                .filter(found -> found.status() == BreachClock.Status.RUNNING)
                .filter(found -> found.due().orElseThrow().isBefore(soon))
                .count());
    }
}
