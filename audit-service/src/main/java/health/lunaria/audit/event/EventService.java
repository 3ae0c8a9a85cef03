package health.lunaria.audit.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import health.lunaria.audit.log.Leaf;
import health.lunaria.audit.log.Sequencer;
import health.lunaria.audit.log.Source;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectErasedException;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Subject;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes events in and gives them out. Taking in is no access of its own and leaves no event: it would never end.
 */
@ApplicationScoped
public class EventService {

    /** So many events are opened at once at most, to find those that a filter shows. */
    private static final int LOOKED_THROUGH = 500;

    private static final Source OWN = Source.withoutOutbox("audit-service");

    private final SubjectKeys keys;
    private final Pool pool;
    private final Sequencer sequencer;
    private final EventRows rows;
    private final Repeats repeats;
    private final EventMeters meters;
    private final Auditor auditor;

    EventService(
            SubjectKeys keys,
            Pool pool,
            Sequencer sequencer,
            EventRows rows,
            Repeats repeats,
            EventMeters meters,
            Auditor auditor) {
        this.keys = keys;
        this.pool = pool;
        this.sequencer = sequencer;
        this.rows = rows;
        this.repeats = repeats;
        this.meters = meters;
        this.auditor = auditor;
    }

    /**
     * Logs the events, all or none, each id once. Everything is sealed first, with one key in hand at a time, so that the
     * log's head is locked for four statements only.
     *
     * @param source where they come from
     * @return completes when they are durable
     */
    Uni<Void> append(Source source, List<Report> reports) {
        Batch batch = Batch.of(reports);
        return seal(batch.first().values())
                .chain(events -> store(source, batch, events))
                .invoke(places -> meters.accepted(places.size()))
                .chain(places -> repeats.check(batch, places.keySet()));
    }

    /** Seals an event of this service's own for {@link #append(SqlConnection, SealedEvent)}. */
    public SealedEvent seal(SubjectKey key, Subject subject, Event event) {
        return EventSeal.seal(key, new Report(subject, event));
    }

    /**
     * Logs an event together with the work that it tells about.
     *
     * @param connection in a transaction that the caller ends, soon: the log's head is locked from here on
     * @return its place; empty, and nothing is logged, if an event of its id is in the log already
     */
    public Uni<Optional<Long>> append(SqlConnection connection, SealedEvent event) {
        return sequencer
                .append(connection, OWN, Map.of(event.id(), event.leaf()))
                .call(places -> rows.insert(connection, places, List.of(event)))
                .map(places -> Optional.ofNullable(places.get(event.id())));
    }

    /**
     * The subject's events, those that came into the log last first, and the record of this reading. With a filter, a page
     * may have fewer than there is room for, even none, and still not be the last.
     */
    @WithTransaction
    public Uni<EventPage> newestFirst(Subject subject, SubjectKey key, long before, EventFilter filter, int limit) {
        int looked = filter.isAll() ? limit : Math.max(limit, LOOKED_THROUGH);
        return rows.newestFirst(key.subject(), before, looked + 1)
                .map(found -> found.stream()
                        .map(stored -> new LoggedEvent(stored.index(), EventSeal.open(key, subject, stored)))
                        .toList())
                .map(events -> EventPage.of(events, filter, looked, limit))
                .call(() -> auditor.record(subject, "audit.access-log.read"));
    }

    /**
     * The subject's newest events with what opens their commitments, and one record of this reading by somebody else for her.
     *
     * @param most how many at most, those that came into the log last
     */
    @WithTransaction
    public Uni<List<DisclosedEvent>> export(Subject subject, SubjectKey key, Actor actor, int most) {
        return opened(subject, key, Long.MAX_VALUE, most, new ArrayList<>())
                .call(() -> auditor.record(subject, actor, "audit.access-log.export"));
    }

    private Uni<List<DisclosedEvent>> opened(
            Subject subject, SubjectKey key, long before, int most, List<DisclosedEvent> found) {
        int page = Math.min(LOOKED_THROUGH, most - found.size());
        return rows.newestFirst(key.subject(), before, page).chain(stored -> {
            stored.forEach(event -> found.add(disclosed(subject, key, event)));
            return stored.size() < page || found.size() == most
                    ? Uni.createFrom().item(found)
                    : opened(subject, key, stored.get(page - 1).index(), most, found);
        });
    }

    /**
     * What opens the commitment of a leaf, and the record of this reading.
     *
     * @return {@code null} when no event of this subject stands at that place
     */
    @WithTransaction
    public Uni<Commitment> commitment(Subject subject, SubjectKey key, long index) {
        return rows.newestFirst(key.subject(), index + 1, 1)
                .map(found -> found.stream()
                        .filter(stored -> stored.index() == index)
                        .map(stored -> Commitment.of(subject, EventSeal.opening(key, subject, stored)))
                        .findFirst()
                        .orElse(null))
                .call(() -> auditor.record(subject, "audit.access-log-proof.read"));
    }

    /** The newest events under a name that is nobody's, with what opens them: no access to anybody's data, and not recorded. */
    @WithTransaction
    public Uni<List<DisclosedEvent>> disclose(Subject name, SubjectKey key, int limit) {
        return rows.newestFirst(key.subject(), Long.MAX_VALUE, limit)
                .map(found -> found.stream()
                        .map(stored -> disclosed(name, key, stored))
                        .toList());
    }

    private static DisclosedEvent disclosed(Subject subject, SubjectKey key, StoredEvent stored) {
        Opening opening = EventSeal.opening(key, subject, stored);
        return new DisclosedEvent(stored.index(), opening.event(), Commitment.of(subject, opening));
    }

    private Uni<Map<UUID, SealedEvent>> seal(Collection<Report> reports) {
        Map<Subject, List<Report>> bySubject = reports.stream().collect(groupingBy(Report::subject));
        return Multi.createFrom()
                .iterable(bySubject.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> seal(entry.getKey(), entry.getValue()))
                .onItem()
                .<SealedEvent>disjoint()
                .collect()
                .asMap(SealedEvent::id);
    }

    private Uni<List<SealedEvent>> seal(Subject subject, List<Report> reports) {
        return keys.using(subject, key -> seal(key, reports))
                .onFailure(SubjectErasedException.class)
                .recoverWithItem(
                        () -> reports.stream().map(EventSeal::sealForNobody).toList());
    }

    private static Uni<List<SealedEvent>> seal(SubjectKey key, List<Report> reports) {
        return Uni.createFrom()
                .item(reports.stream()
                        .map(report -> EventSeal.seal(key, report))
                        .toList());
    }

    /** @return the places of those that were not in the log yet */
    private Uni<Map<UUID, Long>> store(Source source, Batch batch, Map<UUID, SealedEvent> sealed) {
        Map<UUID, Leaf> leaves = batch.first().keySet().stream()
                .collect(toMap(id -> id, id -> sealed.get(id).leaf(), (one, other) -> one, LinkedHashMap::new));
        return pool.withTransaction(connection -> sequencer
                .append(connection, source, leaves)
                .call(places -> rows.insert(connection, places, sealed.values())));
    }
}
