package health.lunaria.safeguards.auditing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * How many events wait for delivery, counted every few seconds up to the limit, as {@code lunaria.audit.backlog}. A
 * service whose backlog is full refuses accesses rather than forgetting one.
 */
@ApplicationScoped
class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final String COUNT = "select count(*) as waiting from (select 1 from outbox limit $1) as counted";

    private final Pool pool;
    private final int limit;
    private final AtomicInteger waiting = new AtomicInteger();

    Backlog(Pool pool, AuditingConfig config, MeterRegistry registry) {
        this.pool = pool;
        this.limit = config.backlogLimit();
        Gauge.builder("lunaria.audit.backlog", waiting, AtomicInteger::get)
                .description("Audit events that wait for delivery, counted up to the limit")
                .register(registry);
    }

    boolean isFull() {
        return waiting.get() >= limit;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(limit))
                .invoke(rows ->
                        waiting.set(rows.iterator().next().getLong("waiting").intValue()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "The audit backlog cannot be counted: %s",
                            failure.getClass().getSimpleName());
                    return null;
                });
    }
}
