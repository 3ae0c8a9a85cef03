package health.lunaria.safeguards.tasks;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * How workers change tasks. Each method is one conditional statement, a transaction of its own: a run may write only while
 * the task is running and no later run has begun. Time is the database's, one clock for all workers.
 */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskLeases {

    private static final String LOOK = """
            select subject_ref, kind, state, problem is null as given_up,
                coalesce(ceil(extract(epoch from lease_until - now()) * 1000), 0)::bigint as lease_left
            from task where id = $1
            """;

    private static final String CLAIM = """
            update task set state = $2, attempt = attempt + 1, updated_at = now(),
                lease_until = now() + $3::bigint * interval '1 millisecond'
            where id = $1 and state = any($4)
                and (state <> 'RUNNING' or lease_until <= now()) and (state <> 'FAILED' or problem is null)
            returning attempt, revision, subject, input, progress, checkpoint
            """;

    private static final String EXTEND = """
            update task set lease_until = now() + $3::bigint * interval '1 millisecond'
            where id = $1 and attempt = $2 and state = 'RUNNING'
            """;

    private static final String PROGRESS = """
            update task set revision = $3, progress = $4, checkpoint = $5, updated_at = now(),
                lease_until = now() + $6::bigint * interval '1 millisecond'
            where id = $1 and attempt = $2 and state = 'RUNNING' and revision = $3 - 1
            """;

    private static final String END = """
            update task set state = $3, result = $4, problem = $5, lease_until = null, updated_at = now()
            where id = $1 and attempt = $2 and state = any($6)
            """;

    private static final String GIVE_UP = """
            update task set state = $2, lease_until = null, updated_at = now()
            where id = $1 and state = any($3) and (lease_until is null or lease_until <= now())
            """;

    private final Pool pool;
    private final long leaseMillis;

    TaskLeases(Pool pool, TasksConfig config) {
        this.pool = pool;
        this.leaseMillis = config.lease().toMillis();
    }

    Uni<Optional<Standing>> look(UUID id) {
        return pool.preparedQuery(LOOK)
                .execute(Tuple.of(id))
                .map(rows -> first(rows)
                        .map(row -> new Standing(
                                SubjectRef.of(bytes(row, "subject_ref")),
                                row.getString("kind"),
                                TaskState.valueOf(row.getString("state")),
                                row.getBoolean("given_up"),
                                Duration.ofMillis(row.getLong("lease_left")))));
    }

    /** Begins a run, unless another worker was faster. */
    Uni<Optional<Claim>> claim(UUID id) {
        TaskEvent event = TaskEvent.CLAIM;
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(id, event.to().name(), leaseMillis, sources(event)))
                .map(rows -> first(rows)
                        .map(row -> new Claim(
                                id,
                                row.getInteger("attempt"),
                                row.getLong("revision"),
                                bytes(row, "subject"),
                                bytes(row, "input"),
                                bytes(row, "progress"),
                                bytes(row, "checkpoint"))));
    }

    /** @return whether the run still has its task, as all that follows */
    Uni<Boolean> extend(UUID id, int attempt) {
        return change(EXTEND, Tuple.of(id, attempt, leaseMillis));
    }

    /** @param revision the next one */
    Uni<Boolean> progress(UUID id, int attempt, long revision, byte[] progress, byte[] checkpoint) {
        return change(PROGRESS, Tuple.of(id, attempt, revision, buffer(progress), buffer(checkpoint), leaseMillis));
    }

    /** @param result sealed, or {@code null} */
    Uni<Boolean> complete(UUID id, int attempt, byte[] result) {
        return end(TaskEvent.COMPLETE, id, attempt, result, null);
    }

    Uni<Boolean> refuse(UUID id, int attempt, byte[] result, byte[] problem) {
        return end(TaskEvent.REFUSE, id, attempt, result, problem);
    }

    Uni<Boolean> putBack(UUID id, int attempt) {
        return end(TaskEvent.PUT_BACK, id, attempt, null, null);
    }

    Uni<Boolean> giveUp(UUID id, int attempt) {
        return end(TaskEvent.GIVE_UP, id, attempt, null, null);
    }

    /** For a task that nobody runs. */
    Uni<Boolean> giveUp(UUID id) {
        TaskEvent event = TaskEvent.GIVE_UP;
        return change(GIVE_UP, Tuple.of(id, event.to().name(), sources(event)));
    }

    /** {@link #putBack} at a shutdown, whose thread may wait for it. */
    Future<?> putBackNow(UUID id, int attempt) {
        return pool.getDelegate()
                .preparedQuery(END)
                .execute(endParameters(TaskEvent.PUT_BACK, id, attempt, null, null)
                        .getDelegate());
    }

    private Uni<Boolean> end(TaskEvent event, UUID id, int attempt, byte[] result, byte[] problem) {
        return change(END, endParameters(event, id, attempt, result, problem));
    }

    private static Tuple endParameters(TaskEvent event, UUID id, int attempt, byte[] result, byte[] problem) {
        return Tuple.of(id, attempt, event.to().name(), buffer(result), buffer(problem), sources(event));
    }

    private Uni<Boolean> change(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount() == 1);
    }

    private static String[] sources(TaskEvent event) {
        return event.from().stream().map(TaskState::name).toArray(String[]::new);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var all = rows.iterator();
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }

    private static byte[] bytes(Row row, String column) {
        Buffer buffer = row.getDelegate().getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }

    private static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
