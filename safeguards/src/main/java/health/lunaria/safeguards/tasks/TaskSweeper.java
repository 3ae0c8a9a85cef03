package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps the rows true whatever the queue does. A task that should long be finished and that nobody runs is handed to the queue
 * again: its message may have been lost, have expired, or have used up its receives without an attempt. One whose worker
 * died in every attempt is given up. Finished ones are deleted after their time.
 */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskSweeper {

    private static final int BATCH = 500;

    private static final String OVERDUE = """
            select id from task where state in ('WAITING', 'RUNNING')
                and queued_at < now() - $1::bigint * interval '1 millisecond'
                and (lease_until is null or lease_until < now() - interval '10 seconds')
            order by queued_at limit $2 for update skip locked
            """;

    private static final String GIVE_UP = """
            with overdue as (%s)
            update task set state = 'FAILED', lease_until = null, updated_at = now()
            from overdue where task.id = overdue.id and state = 'RUNNING' and attempt >= $3
            """.formatted(OVERDUE);

    private static final String REQUEUE = """
            with overdue as (%s),
                handed as (update task set queued_at = now() from overdue where task.id = overdue.id returning task.id)
            insert into task_outbox (task_id, not_before) select id, now() from handed on conflict do nothing
            """.formatted(OVERDUE);

    private static final String DELETE = """
            delete from task where id in (select id from task where state in ('DONE', 'FAILED', 'CANCELLED')
                and updated_at < now() - $1::bigint * interval '1 millisecond' limit $2)
            """;

    private final Pool pool;
    private final TaskQueue queue;
    private final long requeueMillis;
    private final long retentionMillis;
    private final Drain requeueing;
    private final Drain deleting;

    TaskSweeper(Pool pool, TaskQueue queue, TasksConfig config) {
        this.pool = pool;
        this.queue = queue;
        this.requeueMillis = config.requeueAfter().toMillis();
        this.retentionMillis = config.retention().toMillis();
        this.requeueing =
                new Drain("Overdue tasks", new BackOff(config.minBackOff(), config.maxBackOff()), this::requeueBatch);
        this.deleting =
                new Drain("Finished tasks", new BackOff(config.minBackOff(), config.maxBackOff()), this::deleteBatch);
    }

    @Scheduled(every = "${lunaria.tasks.sweep:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return requeueing.run().chain(deleting::run);
    }

    private Uni<Boolean> requeueBatch() {
        return queue.maxReceives()
                .chain(max -> change(GIVE_UP, Tuple.of(requeueMillis, BATCH, max)))
                .chain(() -> change(REQUEUE, Tuple.of(requeueMillis, BATCH)));
    }

    private Uni<Boolean> deleteBatch() {
        return change(DELETE, Tuple.of(retentionMillis, BATCH));
    }

    /** @return whether there may be more */
    private Uni<Boolean> change(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount() == BATCH);
    }
}
