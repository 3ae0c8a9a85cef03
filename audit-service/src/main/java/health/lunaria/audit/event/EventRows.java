package health.lunaria.audit.event;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The sealed events beside their leaves. Written by plain SQL, a batch in one statement, because the log waits for it. */
@ApplicationScoped
class EventRows {

    private static final String INSERT = """
            insert into access_event (index, subject_ref, sealed)
            select * from unnest($1::bigint[], $2::bytea[], $3::bytea[])
            """;
    private static final String FIND = """
            select e.index, l.event_id, l.leaf, e.subject_ref, e.sealed
            from access_event e join log_leaf l on l.index = e.index
            where l.event_id = any($1)
            """;
    private static final String NEWEST_FIRST = """
            select e.index, l.event_id, l.leaf, e.sealed
            from access_event e join log_leaf l on l.index = e.index
            where e.subject_ref = ?1 and e.index < ?2
            order by e.index desc
            limit ?3
            """;

    private final Pool pool;

    EventRows(Pool pool) {
        this.pool = pool;
    }

    /** Stores those of the events that got a place in the log, in the caller's transaction. */
    Uni<Void> insert(SqlConnection connection, Map<UUID, Long> places, Collection<SealedEvent> events) {
        List<SealedEvent> added = events.stream()
                .filter(event -> event.isToBeKept() && places.containsKey(event.id()))
                .toList();
        if (added.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.of(
                added.stream().map(event -> places.get(event.id())).toArray(Long[]::new),
                added.stream()
                        .map(event -> Buffer.buffer(event.subject().bytes()))
                        .toArray(Buffer[]::new),
                added.stream().map(event -> Buffer.buffer(event.sealed())).toArray(Buffer[]::new));
        return connection.preparedQuery(INSERT).execute(rows).replaceWithVoid();
    }

    /** Those that are in the log and not erased. */
    Uni<List<StoredEvent>> find(Collection<UUID> ids) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(EventRows::stored);
    }

    /**
     * The subject's events, latest place in the log first, in the current Hibernate transaction.
     *
     * @param before only places before this one
     */
    Uni<List<StoredEvent>> newestFirst(SubjectRef subject, long before, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEWEST_FIRST, Object[].class)
                        .setParameter(1, subject.bytes())
                        .setParameter(2, before)
                        .setParameter(3, limit)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> stored(subject, row)).toList());
    }

    private static StoredEvent stored(SubjectRef subject, Object[] row) {
        return new StoredEvent((Long) row[0], (UUID) row[1], (byte[]) row[2], subject, (byte[]) row[3]);
    }

    private static List<StoredEvent> stored(RowSet<Row> rows) {
        List<StoredEvent> events = new ArrayList<>(rows.size());
        rows.forEach(row -> events.add(new StoredEvent(
                row.getLong("index"),
                row.getUUID("event_id"),
                row.getBuffer("leaf").getBytes(),
                SubjectRef.of(row.getBuffer("subject_ref").getBytes()),
                row.getBuffer("sealed").getBytes())));
        return events;
    }
}
