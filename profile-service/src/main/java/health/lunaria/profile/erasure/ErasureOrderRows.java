package health.lunaria.profile.erasure;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Orders as those who made them see them, in the current transaction. */
@ApplicationScoped
class ErasureOrderRows {

    private static final String INSERT = """
            insert into erasure_order (id, subject_ref, state, requested_at, starts_at, step, next_at, subject)
            values (?1, ?2, 'WAITING', ?3, ?4, ?5, ?4, ?6)
            on conflict (subject_ref) where state in ('WAITING', 'RUNNING') do nothing
            """;
    private static final String BRING_FORWARD = """
            update erasure_order set starts_at = ?2, next_at = ?2
            where subject_ref = ?1 and state = 'WAITING' and starts_at > ?2
            """;
    private static final String OPEN = """
            select id, state, requested_at, starts_at from erasure_order
            where subject_ref = ?1 and state in ('WAITING', 'RUNNING')
            """;
    private static final String CANCEL = """
            update erasure_order
            set state = 'CANCELLED', ended_at = ?2, next_at = null, subject = null, subject_ref = null
            where id = ?1 and state = 'WAITING'
            """;
    private static final String FINISHED = "select state, receipt from erasure_order where id = ?1";

    private final ErasureSeals seals;

    ErasureOrderRows(ErasureSeals seals) {
        this.seals = seals;
    }

    /** Unless one is open. */
    Uni<Integer> insert(SubjectRef ref, Subject subject, Instant now, Instant start) {
        UUID id = UUID.randomUUID();
        return change(INSERT, id, ref.bytes(), now, start, ErasureStep.values()[0].name(), seals.seal(id, subject));
    }

    Uni<Integer> bringForward(SubjectRef ref, Instant start) {
        return change(BRING_FORWARD, ref.bytes(), start);
    }

    Uni<Integer> cancel(UUID id, Instant now) {
        return change(CANCEL, id, now);
    }

    Uni<Optional<ErasureOrder>> open(SubjectRef ref) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, Object[].class)
                        .setParameter(1, ref.bytes())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(ErasureOrderRows::order));
    }

    /** Of whatever state; empty if there is no such order. */
    Uni<Optional<ErasureProof>> proof(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FINISHED, Object[].class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new ErasureProof(ErasureState.valueOf((String) found[0]), (String) found[1])));
    }

    private static Uni<Integer> change(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }

    private static ErasureOrder order(Object[] row) {
        return new ErasureOrder(
                (UUID) row[0],
                ErasureState.valueOf((String) row[1]),
                ((OffsetDateTime) row[2]).toInstant(),
                ((OffsetDateTime) row[3]).toInstant());
    }
}
