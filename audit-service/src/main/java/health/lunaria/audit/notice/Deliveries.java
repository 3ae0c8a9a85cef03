package health.lunaria.audit.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The recipients of notices, a row each. One whose time has come is taken by a single statement, which counts the attempt and
 * sets the time of the next one: until then it belongs to who took it. So nothing is locked while the mail server is
 * talked to, and a crash costs a pause.
 */
@ApplicationScoped
class Deliveries {

    private static final String ADD = """
            insert into notice_delivery (id, notice_id, recipient, state, attempts, sealed)
            values (?1, ?2, ?3, 'WAITING', 0, ?4) on conflict (notice_id, recipient) do nothing
            """;
    private static final String COUNT = "select count(*) from notice_delivery where notice_id = ?1";
    private static final String COUNT_BY_STATE = """
            select state, count(*) from notice_delivery where notice_id = ?1 group by state
            """;
    private static final String RELEASE = "update notice_delivery set next_at = now() where notice_id = ?1";

    private static final String TAKE = """
            with due as (select id from notice_delivery where next_at <= now()
                order by next_at limit 1 for update skip locked),
            taken as (update notice_delivery d set attempts = attempts + 1, next_at = now() + interval '1 millisecond'
                * least($1::bigint * power(2, least(attempts, 20)), $2::bigint)
                from due where d.id = due.id returning d.id, d.notice_id, d.attempts, d.sealed)
            select t.id, t.attempts, t.sealed, n.id as notice, n.version, n.sealed as notice_sealed
            from taken t join notice n on n.id = t.notice_id
            """;
    private static final String DELIVERED = """
            update notice_delivery set state = 'DELIVERED', delivered_at = now(), next_at = null
            where id = $1 and state = 'WAITING'
            """;
    private static final String GIVE_UP = """
            update notice_delivery set state = 'GIVEN_UP', next_at = null where id = $1 and state = 'WAITING'
            """;

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /** A recipient whose turn it is. */
    record Taken(UUID id, int attempts, byte[] sealed, UUID notice, long version, byte[] noticeSealed) {}

    /** A recipient to add. */
    record Added(UUID id, byte[] hash, byte[] sealed) {}

    /** In the caller's transaction; those that are there already are passed over. */
    Uni<Void> add(UUID notice, List<Added> recipients) {
        return Panache.getSession().chain(session -> {
            Uni<Integer> all = Uni.createFrom().item(0);
            for (Added recipient : recipients) {
                all = all.chain(() -> session.createNativeQuery(ADD)
                        .setParameter(1, recipient.id())
                        .setParameter(2, notice)
                        .setParameter(3, recipient.hash())
                        .setParameter(4, recipient.sealed())
                        .executeUpdate());
            }
            return all.replaceWithVoid();
        });
    }

    Uni<Long> count(UUID notice) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter(1, notice)
                        .getSingleResult());
    }

    Uni<Map<DeliveryState, Long>> countByState(UUID notice) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT_BY_STATE, Object[].class)
                        .setParameter(1, notice)
                        .getResultList())
                .map(Deliveries::byState);
    }

    /** Lets the delivery begin. */
    Uni<Void> release(UUID notice) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RELEASE)
                        .setParameter(1, notice)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Optional<Taken>> take(Duration minPause, Duration maxPause) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(minPause.toMillis(), maxPause.toMillis()))
                .map(Deliveries::first);
    }

    Uni<Void> delivered(UUID id) {
        return pool.preparedQuery(DELIVERED).execute(Tuple.of(id)).replaceWithVoid();
    }

    Uni<Void> giveUp(UUID id) {
        return pool.preparedQuery(GIVE_UP).execute(Tuple.of(id)).replaceWithVoid();
    }

    private static Optional<Taken> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Taken(
                    row.getUUID("id"),
                    row.getInteger("attempts"),
                    row.getBuffer("sealed").getBytes(),
                    row.getUUID("notice"),
                    row.getLong("version"),
                    row.getBuffer("notice_sealed").getBytes()));
        }
        return Optional.empty();
    }

    private static Map<DeliveryState, Long> byState(List<Object[]> rows) {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            counts.put(state, 0L);
        }
        rows.forEach(row -> counts.put(DeliveryState.valueOf((String) row[0]), (Long) row[1]));
        return counts;
    }
}
