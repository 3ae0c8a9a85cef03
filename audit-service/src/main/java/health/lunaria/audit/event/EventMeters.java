package health.lunaria.audit.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Counts what became of reported events, as {@code lunaria.audit.events} by outcome: {@code accepted}, {@code duplicate}
 * (reported before) or {@code conflict} (reported under the id of another event; the first one stays).
 */
@ApplicationScoped
class EventMeters {

    private static final Logger LOG = Logger.getLogger(EventMeters.class);

    private final Counter accepted;
    private final Counter duplicate;
    private final Counter conflict;

    EventMeters(MeterRegistry registry) {
        this.accepted = counter(registry, "accepted");
        this.duplicate = counter(registry, "duplicate");
        this.conflict = counter(registry, "conflict");
    }

    void accepted(int events) {
        accepted.increment(events);
    }

    void repeated(boolean same) {
        if (same) {
            duplicate.increment();
        } else {
            conflict.increment();
            LOG.warn("An event was reported under the id of another one; the first one stays");
        }
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("lunaria.audit.events")
                .description("Reported access events by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
