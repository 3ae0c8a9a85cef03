package health.lunaria.cycle.correction;

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

/** Reads and writes corrections: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class CorrectionService {

    private static final SealedDocument<Corrections> LIST = SealedDocument.of("correction_list", 1, Corrections.class);

    private final Auditor auditor;

    CorrectionService(Auditor auditor) {
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<Optional<Versioned<Corrections>>> find(Subject subject, SubjectKey key) {
        return LIST.find(key).call(() -> auditor.record(subject, "cycle.corrections.read"));
    }

    /**
     * Stores the list if the precondition holds, else fails with {@code stale} (412).
     *
     * @return what is stored now
     */
    @WithTransaction
    Uni<Versioned<Corrections>> put(
            Subject subject, SubjectKey key, Corrections corrections, Precondition precondition) {
        return LIST.put(key, corrections, precondition).call(() -> auditor.record(subject, "cycle.corrections.write"));
    }

    /** What applies to a read of something else: part of the caller's transaction and of the access that she records. */
    public Uni<Corrections> inTransaction(SubjectKey key) {
        return LIST.find(key).map(found -> found.map(Versioned::value).orElse(Corrections.NONE));
    }
}
