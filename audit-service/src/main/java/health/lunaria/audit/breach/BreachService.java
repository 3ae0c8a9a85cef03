package health.lunaria.audit.breach;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.incident.Entry;
import health.lunaria.audit.incident.IncidentService;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Breaches and their clocks. Every change begins with the entry in the incident's timeline, which locks the incident, and
 * with it its breach.
 */
@ApplicationScoped
public class BreachService {

    private static final int MOST_WATCHED = 1_000;

    private final IncidentService incidents;
    private final BreachRows rows;
    private final BreachSeals seals;
    private final BreachClocks clocks;
    private final Clock clock;

    BreachService(IncidentService incidents, BreachRows rows, BreachSeals seals, BreachClocks clocks, Clock clock) {
        this.incidents = incidents;
        this.rows = rows;
        this.seals = seals;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Fails with 404 if the incident is not declared a breach, or if there is none. */
    @WithTransaction
    public Uni<BreachState> get(UUID incident) {
        return rows.findById(incident)
                .onItem()
                .ifNull()
                .failWith(BreachService::notFound)
                .map(this::state);
    }

    /** Those of these incidents that are declared breaches, by incident. */
    @WithTransaction
    public Uni<Map<UUID, BreachState>> of(Collection<UUID> incidents) {
        return rows.list("incidentId in ?1", incidents)
                .map(found -> found.stream().collect(Collectors.toMap(row -> row.incidentId, this::state)));
    }

    /** Declares a breach, or changes what is known of it; the timeline keeps why. */
    @WithTransaction
    public Uni<BreachState> put(UUID incident, Precondition precondition, Facts facts, String reason, String by) {
        if (!precondition.isToCreate()) {
            return change(incident, precondition, Entry.Kind.BREACH_CHANGED, by, reason, breach -> breach.with(facts));
        }
        return incidents
                .add(incident, Entry.Kind.BREACH_DECLARED, by, reason)
                .chain(() -> rows.findById(incident))
                .invoke(BreachService::failIfThere)
                .chain(() -> insert(incident, Breach.declared(facts, clock.instant(), by)));
    }

    @WithTransaction
    public Uni<BreachState> extend(UUID incident, Precondition precondition, Extension extension) {
        return change(
                incident,
                precondition,
                Entry.Kind.CLOCK_EXTENDED,
                extension.by(),
                extension.clock(),
                breach -> extended(breach, extension));
    }

    @WithTransaction
    public Uni<BreachState> complete(UUID incident, Precondition precondition, Done mark) {
        return change(
                incident,
                precondition,
                Entry.Kind.CLOCK_DONE,
                mark.by(),
                mark.clock(),
                breach -> completed(breach, mark));
    }

    @WithTransaction
    public Uni<BreachState> exempt(UUID incident, Precondition precondition, Exemption exemption) {
        return change(
                incident,
                precondition,
                Entry.Kind.EXEMPTED,
                exemption.by(),
                exemption.keyState().name(),
                breach -> breach.with(exemption));
    }

    /** Those of open incidents. */
    @WithTransaction
    public Uni<List<BreachState>> watched() {
        return rows.ofOpenIncidents(MOST_WATCHED)
                .map(found -> found.stream().map(this::state).toList());
    }

    private Breach extended(Breach breach, Extension extension) {
        if (breach.extensions().size() >= Breach.MOST_EXTENSIONS) {
            throw new ProblemException(AuditProblem.BREACH_FULL);
        }
        if (!clocks.allows(clock(breach, extension.clock()), extension)) {
            throw new ProblemException(AuditProblem.BREACH_EXTENSION_REFUSED);
        }
        return breach.with(extension);
    }

    private Breach completed(Breach breach, Done mark) {
        if (clock(breach, mark.clock()).done().isPresent()) {
            throw new ProblemException(AuditProblem.BREACH_CLOCK_DONE);
        }
        Breach completed = breach.with(mark);
        boolean late = clock(completed, mark.clock()).status() == BreachClock.Status.DONE_LATE;
        if (late && mark.reason() == null) {
            throw new ProblemException(AuditProblem.BREACH_DELAY_REASON_MISSING);
        }
        return completed;
    }

    private BreachClock clock(Breach breach, String id) {
        return clocks.of(breach, id, clock.instant())
                .orElseThrow(() -> new ProblemException(AuditProblem.BREACH_CLOCK_UNKNOWN));
    }

    private Uni<BreachState> insert(UUID incident, Breach breach) {
        BreachRow row = new BreachRow(incident);
        write(row, breach);
        return rows.persist(row).map(this::state);
    }

    private Uni<BreachState> change(
            UUID incident,
            Precondition precondition,
            Entry.Kind kind,
            String by,
            String text,
            UnaryOperator<Breach> work) {
        return incidents
                .add(incident, kind, by, text)
                .chain(() -> rows.findById(incident))
                .onItem()
                .ifNull()
                .failWith(BreachService::notFound)
                .invoke(row -> failIfStale(row, precondition))
                .invoke(row -> write(row, work.apply(seals.open(row))))
                .map(this::state);
    }

    private void write(BreachRow row, Breach breach) {
        row.version++;
        seals.seal(row, breach);
    }

    private BreachState state(BreachRow row) {
        Breach breach = seals.open(row);
        Instant now = clock.instant();
        return new BreachState(row.version, breach, clocks.of(breach, now));
    }

    private static void failIfStale(BreachRow row, Precondition precondition) {
        if (row.version != precondition.version()) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }

    private static void failIfThere(BreachRow row) {
        if (row != null) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
