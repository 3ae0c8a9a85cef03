package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Lists of exceptions and of refusals, from what stands in clear: no user is in them, and nobody's key is needed. */
@ApplicationScoped
class StepLists {

    private static final String GRANTS = """
        select b.id, b.requested_at, s.step, s.happened_at, r.log_index
        from break_glass b
        join break_glass_step r on r.break_glass_id = b.id and r.step = 'request' and r.refused_by is null
        join lateral (
            select step, happened_at from break_glass_step
            where break_glass_id = b.id and refused_by is null order by log_index desc limit 1) s on true
        where r.log_index < $1
          and ($2::bytea is null or exists (
            select 1 from break_glass_person p where p.break_glass_id = b.id and p.person_ref = $2))
        order by r.log_index desc
        limit $3
        """;
    private static final String REFUSALS = """
        select s.log_index, s.break_glass_id, s.step, s.refused_by, s.happened_at, m.id as member
        from break_glass_step s left join workforce_member m on m.subject_ref = s.person_ref
        where s.refused_by is not null and s.log_index < $1
        order by s.log_index desc
        limit $2
        """;

    private final Pool pool;

    StepLists(Pool pool) {
        this.pool = pool;
    }

    /**
     * An exception in a list.
     *
     * @param index of its request in the log
     * @param lastStep {@code request}, {@code approve}, {@code cancel} or {@code use}
     */
    record Grant(UUID id, Instant requestedAt, String lastStep, Instant lastAt, long index) {}

    /**
     * A step that was refused.
     *
     * @param member who tried, by her id in the register; {@code null} if she is not in it
     * @param grant what she tried it with; {@code null} for a request
     * @param code slug of the problem
     * @param index in the log
     */
    record Refused(UUID member, UUID grant, String step, String code, Instant at, long index) {}

    /**
     * Those that were requested last first.
     *
     * @param person only those that she is part of; {@code null} for all
     */
    Uni<List<Grant>> grants(SubjectRef person, long before, int limit) {
        Buffer ref = person == null ? null : Buffer.buffer(person.bytes());
        return pool.preparedQuery(GRANTS)
                .execute(Tuple.of(before, ref, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StepLists::grant)
                        .toList());
    }

    Uni<List<Refused>> refusals(long before, int limit) {
        return pool.preparedQuery(REFUSALS)
                .execute(Tuple.of(before, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StepLists::refused)
                        .toList());
    }

    private static Grant grant(Row row) {
        return new Grant(
                row.getUUID("id"),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getString("step"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getLong("log_index"));
    }

    private static Refused refused(Row row) {
        return new Refused(
                row.getUUID("member"),
                row.getUUID("break_glass_id"),
                row.getString("step"),
                row.getString("refused_by"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getLong("log_index"));
    }
}
