package health.lunaria.safeguards.tasks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * How many tasks of each kind wait, run and are dead (given up, their messages among the dead letters) as {@code
 * lunaria.tasks}, the age of the oldest waiting one as {@code lunaria.tasks.oldest.waiting}, and how attempts ended as {@code
 * lunaria.tasks.attempts}.
 */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskMeters {

    private static final Logger LOG = Logger.getLogger(TaskMeters.class);

    private static final String COUNT = """
            select kinds.kind,
                count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state = 'RUNNING') as running,
                count(*) filter (where state = 'FAILED') as dead,
                coalesce(extract(epoch from now() - min(created_at) filter (where state = 'WAITING')), 0)::float8 as oldest
            from unnest($1::text[]) as kinds (kind) left join task on task.kind = kinds.kind
                and (state in ('WAITING', 'RUNNING') or state = 'FAILED' and problem is null)
            group by kinds.kind
            """;

    private final Pool pool;
    private final TaskHandlers handlers;
    private final MeterRegistry registry;
    private final MultiGauge counts;
    private final MultiGauge oldest;

    TaskMeters(Pool pool, TaskHandlers handlers, MeterRegistry registry) {
        this.pool = pool;
        this.handlers = handlers;
        this.registry = registry;
        this.counts = MultiGauge.builder("lunaria.tasks")
                .description("Unfinished and dead tasks")
                .register(registry);
        this.oldest = MultiGauge.builder("lunaria.tasks.oldest.waiting")
                .description("Age of the oldest waiting task")
                .baseUnit("seconds")
                .register(registry);
    }

    /** How an attempt ended. */
    enum Outcome {
        DONE,
        REFUSED,
        RETRIED,
        GAVE_UP
    }

    void ended(String kind, Outcome outcome) {
        Counter.builder("lunaria.tasks.attempts")
                .description("Ended attempts at tasks")
                .tag("kind", kind)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        String[] kinds = handlers.kinds().toArray(String[]::new);
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(kinds))
                .invoke(this::show)
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("Tasks cannot be counted: %s", failure.getClass().getSimpleName());
                    return null;
                });
    }

    private void show(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        List<Row<?>> states = new ArrayList<>();
        List<Row<?>> ages = new ArrayList<>();
        for (var row : rows) {
            String kind = row.getString("kind");
            for (String state : List.of("waiting", "running", "dead")) {
                states.add(Row.of(Tags.of("kind", kind, "state", state), row.getLong(state)));
            }
            ages.add(Row.of(Tags.of("kind", kind), row.getDouble("oldest")));
        }
        counts.register(states, true);
        oldest.register(ages, true);
    }
}
