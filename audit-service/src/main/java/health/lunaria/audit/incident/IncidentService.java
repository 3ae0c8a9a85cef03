package health.lunaria.audit.incident;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The register of incidents. Every change is one transaction that locks the incident, counts its version up and adds an
 * entry to its timeline.
 */
@ApplicationScoped
public class IncidentService {

    static final int MOST_ENTRIES = 500;

    /** An alert that fires and resolves all day leaves the rest of the timeline to people. */
    static final int MOST_BEFORE_ALERTS_ARE_PASSED_OVER = 100;

    private final IncidentRows rows;
    private final EntryRows entries;
    private final IncidentSeals seals;
    private final IncidentConfig config;
    private final Pseudonyms pseudonyms;
    private final ClosureGuard guard;
    private final EscalationSink escalations;
    private final Clock clock;

    IncidentService(
            IncidentRows rows,
            EntryRows entries,
            IncidentSeals seals,
            IncidentConfig config,
            Pseudonyms pseudonyms,
            ClosureGuard guard,
            EscalationSink escalations,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.seals = seals;
        this.config = config;
        this.pseudonyms = pseudonyms;
        this.guard = guard;
        this.escalations = escalations;
        this.clock = clock;
    }

    /**
     * Opens an incident, or adds to the timeline of the one that its cause has open already.
     *
     * @return that incident; fails by the database's constraint if another replica opens one for this cause at once
     */
    @WithTransaction
    public Uni<Incident> open(Report report) {
        if (report.fingerprint() == null) {
            return insert(report, null);
        }
        byte[] fingerprint = pseudonyms.of("incident-cause", report.fingerprint());
        return rows.lockedOpen(fingerprint)
                .chain(row -> row == null ? insert(report, fingerprint) : again(row, report.by()));
    }

    /** Notes that what raised an incident is over. @return whether there was an open incident */
    @WithTransaction
    public Uni<Boolean> resolved(String fingerprint, String by) {
        return rows.lockedOpen(pseudonyms.of("incident-cause", fingerprint))
                .chain(row -> row == null
                        ? Uni.createFrom().item(false)
                        : addIfRoom(row, Entry.Kind.ALERT_RESOLVED, by).replaceWith(true));
    }

    /** Fails with 404 if there is none. */
    @WithTransaction
    public Uni<Incident> get(UUID id) {
        return rows.findById(id)
                .onItem()
                .ifNull()
                .failWith(IncidentService::notFound)
                .map(this::incident);
    }

    /** In the order in which they came. */
    @WithTransaction
    public Uni<List<Entry>> timeline(UUID id) {
        return entries.of(id).map(found -> found.stream().map(seals::entry).toList());
    }

    @WithTransaction
    public Uni<List<Incident>> newestFirst(Position before, int limit) {
        return rows.newestFirst(before, limit)
                .map(found -> found.stream().map(this::incident).toList());
    }

    @WithTransaction
    public Uni<Incident> acknowledge(UUID id, Precondition precondition, String by) {
        return change(id, precondition, row -> {
            if (row.state != IncidentState.OPEN) {
                throw new ProblemException(AuditProblem.INCIDENT_ACKNOWLEDGED);
            }
            IncidentText text = seals.text(row);
            row.state = IncidentState.ACKNOWLEDGED;
            return next(row, text.owner() == null ? text.ownedBy(by) : text, Entry.Kind.ACKNOWLEDGED, by, null);
        });
    }

    /** @param owner {@code null} for nobody */
    @WithTransaction
    public Uni<Incident> assign(UUID id, Precondition precondition, Severity severity, String owner, String by) {
        return change(id, precondition, row -> {
            IncidentText text = seals.text(row).ownedBy(owner);
            row.severity = severity;
            row.acknowledgeBy = row.openedAt.plus(config.acknowledgeWithin().of(severity));
            return next(row, text, Entry.Kind.ASSIGNED, by, severity.name());
        });
    }

    /** Adds an entry, which overwrites nothing and needs no precondition. */
    @WithTransaction
    public Uni<Incident> add(UUID id, Entry.Kind kind, String by, String text) {
        return locked(id).chain(row -> next(row, seals.text(row), kind, by, text));
    }

    @WithTransaction
    public Uni<Incident> close(UUID id, Precondition precondition, String by, String conclusion) {
        return change(
                id,
                precondition,
                row -> guard.allowsClosing(id).chain(allowed -> {
                    if (!allowed) {
                        throw new ProblemException(AuditProblem.BREACH_CLOCKS_RUNNING);
                    }
                    row.state = IncidentState.CLOSED;
                    row.closedAt = now();
                    return next(row, seals.text(row), Entry.Kind.CLOSED, by, conclusion);
                }));
    }

    @WithTransaction
    public Uni<List<UUID>> unacknowledged(int limit) {
        return rows.unacknowledged(now(), limit);
    }

    @WithTransaction
    public Uni<Long> countUnacknowledged() {
        return rows.countUnacknowledged();
    }

    /** Escalates an incident that nobody acknowledged in time. @return whether it was that late, and not escalated before */
    @WithTransaction
    public Uni<Boolean> escalate(UUID id, String by) {
        return rows.locked(id).chain(row -> {
            if (row == null
                    || row.state != IncidentState.OPEN
                    || row.escalatedAt != null
                    || !row.acknowledgeBy.isBefore(now())) {
                return Uni.createFrom().item(false);
            }
            row.escalatedAt = now();
            return write(row, seals.text(row), new Entry(Entry.Kind.ESCALATED, now(), by, null))
                    .chain(() -> tellManagement(row))
                    .replaceWith(true);
        });
    }

    private Uni<Void> tellManagement(IncidentRow row) {
        List<String> management = config.management().orElse(List.of());
        return management.isEmpty() ? Uni.createFrom().voidItem() : escalations.escalated(incident(row), management);
    }

    private Uni<Incident> insert(Report report, byte[] fingerprint) {
        Instant now = now();
        Instant acknowledgeBy = now.plus(config.acknowledgeWithin().of(report.severity()));
        IncidentRow row = new IncidentRow(UUID.randomUUID(), now, report.severity(), acknowledgeBy, fingerprint);
        seals.seal(row, new IncidentText(report.title(), report.description(), report.owner(), report.by()));
        Entry opened = new Entry(Entry.Kind.OPENED, now, report.by(), null);
        return rows.persistAndFlush(row)
                .call(() -> entries.persist(seals.seal(row.id, row.version, opened)))
                .map(this::incident);
    }

    private Uni<Incident> again(IncidentRow row, String by) {
        return addIfRoom(row, Entry.Kind.ALERT_AGAIN, by).map(this::incident);
    }

    private Uni<IncidentRow> addIfRoom(IncidentRow row, Entry.Kind kind, String by) {
        if (row.version >= MOST_BEFORE_ALERTS_ARE_PASSED_OVER) {
            return Uni.createFrom().item(row);
        }
        return write(row, seals.text(row), new Entry(kind, now(), by, null)).replaceWith(row);
    }

    private Uni<Incident> change(UUID id, Precondition precondition, Function<IncidentRow, Uni<Incident>> work) {
        return locked(id).chain(row -> {
            if (row.version != precondition.version()) {
                throw new ProblemException(CommonProblem.STALE);
            }
            return work.apply(row);
        });
    }

    private Uni<IncidentRow> locked(UUID id) {
        return rows.locked(id)
                .onItem()
                .ifNull()
                .failWith(IncidentService::notFound)
                .invoke(IncidentService::failIfClosed);
    }

    private Uni<Incident> next(IncidentRow row, IncidentText text, Entry.Kind kind, String by, String note) {
        if (row.version >= MOST_ENTRIES && row.state != IncidentState.CLOSED) {
            throw new ProblemException(AuditProblem.INCIDENT_FULL);
        }
        return write(row, text, new Entry(kind, now(), by, note)).replaceWith(() -> incident(row));
    }

    private Uni<Void> write(IncidentRow row, IncidentText text, Entry entry) {
        row.version++;
        seals.seal(row, text);
        return entries.persist(seals.seal(row.id, row.version, entry)).replaceWithVoid();
    }

    private Incident incident(IncidentRow row) {
        IncidentText text = seals.text(row);
        return new Incident(
                row.id,
                row.version,
                row.openedAt,
                row.severity,
                row.state,
                row.acknowledgeBy,
                row.escalatedAt,
                text.title(),
                text.description(),
                text.owner(),
                text.openedBy());
    }

    /** Cursors tell times to the millisecond. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void failIfClosed(IncidentRow row) {
        if (row.state == IncidentState.CLOSED) {
            throw new ProblemException(AuditProblem.INCIDENT_CLOSED);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
