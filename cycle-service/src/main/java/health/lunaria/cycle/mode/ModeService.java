package health.lunaria.cycle.mode;

import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads and writes phases: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class ModeService {

    private static final SealedColumn<Phases> PHASES = SealedColumn.of("cycle_mode", "sealed", 1, Phases.class);

    private final ModeRows rows;
    private final Auditor auditor;

    ModeService(ModeRows rows, Auditor auditor) {
        this.rows = rows;
        this.auditor = auditor;
    }

    /** Phases with their version. */
    record Versioned(Phases phases, long version) {}

    @WithTransaction
    Uni<Optional<Versioned>> find(Subject subject, SubjectKey key) {
        return rows.of(key.subject())
                .map(found -> found.map(row -> new Versioned(open(key, row), row.version)))
                .call(() -> auditor.record(subject, "cycle.mode.read"));
    }

    /** The phases, for a purpose that records the access itself, in the same transaction. */
    @WithTransaction
    public Uni<Phases> phases(SubjectKey key) {
        return rows.of(key.subject())
                .map(found -> found.map(row -> open(key, row)).orElse(Phases.NONE));
    }

    /**
     * Stores the phases if the precondition holds, else fails with {@code stale} (412).
     *
     * @return the new version
     */
    @WithTransaction
    Uni<Long> put(Subject subject, SubjectKey key, Phases phases, Precondition precondition) {
        long version = precondition.version() + 1;
        byte[] sealed = PHASES.seal(key, Locator.NONE, version, phases);
        Uni<Boolean> written = precondition.isToCreate()
                ? rows.insert(key.subject(), sealed)
                : rows.update(key.subject(), version, sealed);
        return written.invoke(ModeService::failIfStale)
                .call(() -> auditor.record(subject, "cycle.mode.write"))
                .replaceWith(version);
    }

    private static void failIfStale(boolean written) {
        if (!written) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }

    private static Phases open(SubjectKey key, ModeRow row) {
        return PHASES.open(key, Locator.NONE, row.version, row.sealed);
    }
}
