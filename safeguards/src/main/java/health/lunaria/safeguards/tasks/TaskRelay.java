package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Carries submitted tasks to the queue: takes rows of the outbox under lock, sends their ids, deletes them, all in one
 * transaction. A crash after the sending repeats it; a message too many finds its task done. While the queue is away, tasks
 * wait in the outbox.
 */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskRelay {

    private static final String TAKE = """
            select task_id from task_outbox where not_before <= now()
            order by not_before limit $1 for update skip locked
            """;
    private static final String DELETE = "delete from task_outbox where task_id = any($1)";

    private final Pool pool;
    private final TaskQueue queue;
    private final Drain drain;

    TaskRelay(Pool pool, TaskQueue queue, TasksConfig config) {
        this.pool = pool;
        this.queue = queue;
        this.drain = new Drain(
                "Tasks on their way to the queue",
                new BackOff(config.minBackOff(), config.maxBackOff()),
                this::deliverBatch);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> drain() {
        return drain.run();
    }

    private Uni<Boolean> deliverBatch() {
        Uni<Delivery> delivery = pool.withTransaction(connection -> connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(TaskQueue.MAX_BATCH))
                .map(TaskRelay::ids)
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(new Delivery(taken, Set.of()))
                        : deliver(connection, taken)));
        return delivery.invoke(Delivery::failIfIncomplete).map(Delivery::isFull);
    }

    private Uni<Delivery> deliver(SqlConnection connection, List<UUID> taken) {
        return queue.send(taken)
                .call(sent -> connection.preparedQuery(DELETE).execute(Tuple.of(sent.toArray(UUID[]::new))))
                .map(sent -> new Delivery(taken, sent));
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ids.add(row.getUUID("task_id"));
        }
        return ids;
    }

    private record Delivery(List<UUID> taken, Set<UUID> sent) {

        /** After the commit: what was sent stays sent. */
        void failIfIncomplete() {
            if (sent.size() < taken.size()) {
                throw new IllegalStateException("The queue did not take every task");
            }
        }

        boolean isFull() {
            return taken.size() == TaskQueue.MAX_BATCH;
        }
    }
}
