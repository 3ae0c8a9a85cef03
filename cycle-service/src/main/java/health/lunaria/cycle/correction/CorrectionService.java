package health.lunaria.cycle.correction;

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

/** Reads and writes corrections: each call is one transaction with its audit record in it. */
@ApplicationScoped
public class CorrectionService {

    private static final SealedColumn<Corrections> LIST =
            SealedColumn.of("correction_list", "sealed", 1, Corrections.class);

    private final CorrectionListRows rows;
    private final Auditor auditor;

    CorrectionService(CorrectionListRows rows, Auditor auditor) {
        this.rows = rows;
        this.auditor = auditor;
    }

    /** Corrections with the version of their list. */
    record Versioned(Corrections corrections, long version) {}

    @WithTransaction
    Uni<Optional<Versioned>> find(Subject subject, SubjectKey key) {
        return rows.of(key.subject())
                .map(found -> found.map(row -> open(key, row)))
                .call(() -> auditor.record(subject, "cycle.corrections.read"));
    }

    /**
     * Stores the list if the precondition holds, else fails with {@code stale} (412).
     *
     * @return the new version
     */
    @WithTransaction
    Uni<Long> put(Subject subject, SubjectKey key, Corrections corrections, Precondition precondition) {
        long version = precondition.version() + 1;
        byte[] sealed = LIST.seal(key, Locator.NONE, version, corrections);
        Uni<Boolean> written = precondition.isToCreate()
                ? rows.insert(key.subject(), sealed)
                : rows.update(key.subject(), version, sealed);
        return written.invoke(CorrectionService::failIfStale)
                .call(() -> auditor.record(subject, "cycle.corrections.write"))
                .replaceWith(version);
    }

    /** What applies to a read of something else: part of the caller's transaction and of the access that she records. */
    public Uni<Corrections> inTransaction(SubjectKey key) {
        return rows.of(key.subject())
                .map(found -> found.map(row -> open(key, row).corrections()).orElse(Corrections.NONE));
    }

    private static void failIfStale(boolean written) {
        if (!written) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }

    private static Versioned open(SubjectKey key, CorrectionListRow row) {
        return new Versioned(LIST.open(key, Locator.NONE, row.version, row.sealed), row.version);
    }
}
