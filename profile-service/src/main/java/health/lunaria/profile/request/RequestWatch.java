package health.lunaria.profile.request;

import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Escalates open requests seven and two days before their date and when it is past: in the queue, in the log, and as {@code
 * lunaria.requests.open} by stage, for the alerts on it.
 */
@ApplicationScoped
class RequestWatch {

    private static final Logger LOG = Logger.getLogger(RequestWatch.class);

    private final QueueService queue;
    private final Map<Stage, AtomicInteger> gauges = new EnumMap<>(Stage.class);
    private final Drain drain;
    private final Clock clock = Clock.systemUTC();

    RequestWatch(QueueService queue, MeterRegistry registry) {
        this.queue = queue;
        for (Stage stage : Stage.values()) {
            Tags tags = Tags.of("stage", name(stage));
            gauges.put(stage, registry.gauge("lunaria.requests.open", tags, new AtomicInteger()));
        }
        this.drain =
                new Drain("Dates of requests", new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1)), this::look);
    }

    @Scheduled(every = "${lunaria.request.watch:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> watch() {
        return drain.run();
    }

    private Uni<Boolean> look() {
        return queue.escalate(clock.instant())
                .invoke(RequestWatch::tell)
                .chain(queue::counts)
                .invoke(counts ->
                        counts.forEach((stage, count) -> gauges.get(stage).set(count)))
                .replaceWith(false);
    }

    private static void tell(Map<Stage, Integer> escalated) {
        escalated.forEach((stage, count) -> {
            if (count > 0) {
                LOG.warnf("Requests of data subjects: %d more are at stage %s", count, name(stage));
            }
        });
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
