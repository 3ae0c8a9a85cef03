package health.lunaria.cycle.mode;

import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.document.SealedDocument;
import health.lunaria.safeguards.document.Versioned;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Precondition;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads and writes phases: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class ModeService {

    private static final SealedDocument<Phases> PHASES = SealedDocument.of("cycle_mode", 1, Phases.class);

    private final Auditor auditor;

    ModeService(Auditor auditor) {
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<Optional<Versioned<Phases>>> find(Subject subject, SubjectKey key) {
        return PHASES.find(key).call(() -> auditor.record(subject, "cycle.mode.read"));
    }

    /** The phases, for a purpose that records the access itself, in the same transaction. */
    @WithTransaction
    public Uni<Phases> phases(SubjectKey key) {
        return PHASES.find(key).map(found -> found.map(Versioned::value).orElse(Phases.NONE));
    }

    /**
     * Stores the phases if the precondition holds, else fails with {@code stale} (412).
     *
     * @return what is stored now
     */
    @WithTransaction
    Uni<Versioned<Phases>> put(Subject subject, SubjectKey key, Phases phases, Precondition precondition) {
        return PHASES.put(key, phases, precondition).call(() -> auditor.record(subject, "cycle.mode.write"));
    }
}
