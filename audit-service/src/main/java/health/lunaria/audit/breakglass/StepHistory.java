package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** All steps of a time, taken and refused, from what stands in clear: no user is in them, and nobody's key is needed. */
@ApplicationScoped
public class StepHistory {

    private static final String STEPS = """
        select log_index, break_glass_id, person_ref, step, refused_by, happened_at
        from break_glass_step
        where happened_at >= $1 and happened_at < $2
        order by log_index
        limit $3
        """;

    private final Pool pool;

    StepHistory(Pool pool) {
        this.pool = pool;
    }

    /**
     * A step that somebody took or was refused.
     *
     * @param grant {@code null} for a request that was refused
     * @param person the register's pseudonym
     * @param refusedBy slug of the problem; {@code null} if it was taken
     */
    public record PastStep(long logIndex, UUID grant, SubjectRef person, String step, String refusedBy, Instant at) {}

    /** From {@code start} up to and without {@code end}, in the order of the log. */
    public Uni<List<PastStep>> between(Instant start, Instant end, int limit) {
        return pool.preparedQuery(STEPS)
                .execute(Tuple.of(start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StepHistory::step)
                        .toList());
    }

    private static PastStep step(Row row) {
        return new PastStep(
                row.getLong("log_index"),
                row.getUUID("break_glass_id"),
                SubjectRef.of(row.getBuffer("person_ref").getBytes()),
                row.getString("step"),
                row.getString("refused_by"),
                row.getOffsetDateTime("happened_at").toInstant());
    }
}
