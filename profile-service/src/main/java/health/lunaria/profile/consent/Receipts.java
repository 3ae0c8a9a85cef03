package health.lunaria.profile.consent;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps receipts, sealed under the key of the person who decided. */
@ApplicationScoped
class Receipts {

    private static final SealedColumn<Unsigned> STATEMENT =
            SealedColumn.of("consent_receipt", "statement", 1, Unsigned.class);
    private static final SealedColumn<Signed> SIGNED = SealedColumn.of("consent_receipt", "signed", 1, Signed.class);

    private final ReceiptRows rows;
    private final Auditor auditor;
    private final Actor service;

    Receipts(ReceiptRows rows, Auditor auditor, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.rows = rows;
        this.auditor = auditor;
        this.service = Actor.service(service);
    }

    /** @param subject for the audit record of who signs it later */
    @Confidential
    record Unsigned(String subject, String statement) {

        @Override
        public String toString() {
            return "Unsigned[redacted]";
        }
    }

    @Confidential
    record Signed(String jws) {

        @Override
        public String toString() {
            return "Signed[redacted]";
        }
    }

    /**
     * A receipt in the list.
     *
     * @param jws {@code null} while it is not signed
     */
    @Confidential
    record Listed(UUID id, long revision, String jws) {

        @Override
        public String toString() {
            return "Listed[redacted]";
        }
    }

    /** In the transaction of the decision, which is audited there. */
    @WithTransaction
    Uni<Void> add(Subject subject, SubjectKey key, long revision, Receipt receipt) {
        ReceiptRow row = new ReceiptRow(receipt.id(), key.subject().bytes(), revision);
        Locator locator = Locator.ofNumber(revision);
        if (receipt.jws() == null) {
            row.statement = STATEMENT.seal(key, locator, revision, new Unsigned(subject.id(), receipt.statement()));
            row.nextAt = Instant.now();
        } else {
            row.signed = SIGNED.seal(key, locator, revision, new Signed(receipt.jws()));
        }
        return rows.persist(row).replaceWithVoid();
    }

    /** Those of decisions before this revision, the newest first. */
    @WithTransaction
    Uni<List<Listed>> before(Subject subject, SubjectKey key, long revision, int limit) {
        return before(key, revision, limit).call(() -> auditor.record(subject, "profile.receipts.read"));
    }

    /** The newest for an access that records itself. Call it in a {@code @WithTransaction} method. */
    @WithTransaction
    Uni<List<Listed>> newest(SubjectKey key, int limit) {
        return before(key, Long.MAX_VALUE, limit);
    }

    private Uni<List<Listed>> before(SubjectKey key, long revision, int limit) {
        return rows.before(key.subject(), revision, limit)
                .map(found -> found.stream().map(row -> listed(key, row)).toList());
    }

    Unsigned open(SubjectKey key, WaitingReceipts.Taken taken) {
        return STATEMENT.open(key, Locator.ofNumber(taken.revision()), taken.revision(), taken.statement());
    }

    /** Stores the signed form of a receipt that was waiting for it. */
    @WithTransaction
    Uni<Void> complete(SubjectKey key, WaitingReceipts.Taken taken, Subject subject, String jws) {
        byte[] signed = SIGNED.seal(key, Locator.ofNumber(taken.revision()), taken.revision(), new Signed(jws));
        return rows.putSigned(taken.id(), signed)
                .call(() -> auditor.record(subject, service, "profile.receipts.sign"))
                .replaceWithVoid();
    }

    private static Listed listed(SubjectKey key, ReceiptRow row) {
        String jws = row.signed == null
                ? null
                : SIGNED.open(key, Locator.ofNumber(row.revision), row.revision, row.signed)
                        .jws();
        return new Listed(row.id, row.revision, jws);
    }
}
