package health.lunaria.audit.incident;

import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Looks for incidents that nobody acknowledged in time, and says so in their timelines, to management by e-mail, and by the
 * meter {@code lunaria.incidents.escalated}. How many wait is told by {@code lunaria.incidents.unacknowledged}.
 */
@ApplicationScoped
class Escalation {

    private static final Logger LOG = Logger.getLogger(Escalation.class);

    static final String NAME = "escalation";

    private static final int BATCH = 50;

    private final IncidentService incidents;
    private final Counter escalated;
    private final AtomicLong unacknowledged = new AtomicLong();
    private final Drain drain;

    Escalation(IncidentService incidents, IncidentConfig config, MeterRegistry registry) {
        if (config.management().isEmpty()) {
            LOG.warn(
                    "No e-mail is sent for incidents that nobody acknowledges: lunaria.incident.management is not set");
        }
        this.incidents = incidents;
        this.escalated = Counter.builder("lunaria.incidents.escalated")
                .description("Incidents that nobody acknowledged in time")
                .register(registry);
        registry.gauge("lunaria.incidents.unacknowledged", unacknowledged);
        this.drain = new Drain(
                "Escalations", new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30)), this::escalateBatch);
    }

    @Scheduled(every = "${lunaria.incident.sweep:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return drain.run();
    }

    private Uni<Boolean> escalateBatch() {
        return incidents
                .countUnacknowledged()
                .invoke(unacknowledged::set)
                .chain(() -> incidents.unacknowledged(BATCH))
                .call(this::escalate)
                .map(found -> found.size() == BATCH);
    }

    /** One transaction each, one after the other. */
    private Uni<Void> escalate(List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> incidents.escalate(id, NAME).invoke(this::count))
                .onItem()
                .ignoreAsUni();
    }

    private void count(boolean done) {
        if (done) {
            escalated.increment();
        }
    }
}
