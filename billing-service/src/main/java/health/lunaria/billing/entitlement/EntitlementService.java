package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps what people bought: each access is one transaction with its audit record in it. */
@ApplicationScoped
public class EntitlementService {

    private static final SealedColumn<BillingAccount> ACCOUNT =
            SealedColumn.of("billing_account", "sealed", 1, BillingAccount.class);

    private final Revisions revisions;
    private final BillingAccountRows rows;
    private final Pseudonyms pseudonyms;
    private final Auditor auditor;

    EntitlementService(Revisions revisions, BillingAccountRows rows, Pseudonyms pseudonyms, Auditor auditor) {
        this.revisions = revisions;
        this.rows = rows;
        this.pseudonyms = pseudonyms;
        this.auditor = auditor;
    }

    /** The person's account; the first call makes one. */
    @WithTransaction
    Uni<BillingAccount> read(Subject subject, SubjectKey key) {
        return rows.of(key.subject())
                .chain(found ->
                        found.isPresent() ? Uni.createFrom().item(open(key, found.get())) : create(subject, key))
                .call(() -> auditor.record(subject, "billing.entitlements.read"));
    }

    /** What the person may use, asked by a service on her behalf; empty if she has no account. */
    @WithTransaction
    Uni<Optional<BillingAccount>> check(Subject subject, SubjectKey key, Actor asking) {
        return find(subject, key, asking, "billing.entitlements.check");
    }

    /** All that is kept about her, to be taken away; empty if she has no account. */
    @WithTransaction
    Uni<Optional<BillingAccount>> export(Subject subject, SubjectKey key, Actor asking) {
        return find(subject, key, asking, "billing.entitlements.export");
    }

    private Uni<Optional<BillingAccount>> find(Subject subject, SubjectKey key, Actor asking, String action) {
        return rows.of(key.subject())
                .map(found -> found.map(row -> open(key, row)))
                .call(() -> auditor.record(subject, asking, action));
    }

    /**
     * Looked up for the sake of her erasure.
     *
     * @return whether something that she bought was running; empty if she never bought anything
     */
    @WithTransaction
    public Uni<Optional<Boolean>> wasRunning(Subject subject, SubjectKey key, Instant now) {
        return rows.of(key.subject())
                .map(found -> found.flatMap(row -> open(key, row).purchases().entitlementAt(now))
                        .map(Entitlement::isActive))
                .call(() -> auditor.record(subject, Actor.service("profile-service"), "billing.entitlements.check"));
    }

    /** Whose account id a store names. */
    @WithSession
    public Uni<Optional<SubjectRef>> ownerOf(UUID accountId) {
        return rows.ofAccount(accountRef(accountId)).map(found -> found.map(row -> SubjectRef.of(row.subjectRef)));
    }

    /**
     * Takes in what a store says about the key's owner.
     *
     * @param noticeId the store's name for the notification, unique within the store
     * @return whether it is new; nothing changes by one that was taken in before
     */
    @WithTransaction
    public Uni<Boolean> take(SubjectKey key, String store, String noticeId, StoreNotice notice) {
        byte[] noticeRef = pseudonyms.of("notice-of-" + store, noticeId);
        return revisions
                .next(key.subject())
                .chain(revision -> rows.insertNotice(noticeRef, key.subject())
                        .chain(isNew -> isNew
                                ? change(key, revision, Actor.store(store), notice)
                                        .replaceWith(true)
                                : Uni.createFrom().item(false)));
    }

    private Uni<Void> change(SubjectKey key, long revision, Actor store, StoreNotice notice) {
        return rows.of(key.subject()).map(Optional::orElseThrow).chain(row -> {
            BillingAccount account = open(key, row).with(notice);
            seal(key, row, revision, account);
            return auditor.record(account.subject(), store, "billing.entitlements.write");
        });
    }

    /** Looks again under the lock: a request at the same time may have made the account. */
    private Uni<BillingAccount> create(Subject subject, SubjectKey key) {
        return revisions
                .next(key.subject())
                .chain(revision -> rows.of(key.subject())
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(open(key, found.get()))
                                : insert(key, revision, BillingAccount.newOf(subject))));
    }

    private Uni<BillingAccount> insert(SubjectKey key, long revision, BillingAccount account) {
        BillingAccountRow row = new BillingAccountRow(key.subject().bytes(), accountRef(account.id()));
        seal(key, row, revision, account);
        return rows.persist(row).replaceWith(account);
    }

    private byte[] accountRef(UUID accountId) {
        return pseudonyms.of("billing-account", accountId.toString());
    }

    private static void seal(SubjectKey key, BillingAccountRow row, long revision, BillingAccount account) {
        row.revision = revision;
        row.sealed = ACCOUNT.seal(key, Locator.NONE, revision, account);
    }

    private static BillingAccount open(SubjectKey key, BillingAccountRow row) {
        return ACCOUNT.open(key, Locator.NONE, row.revision, row.sealed);
    }
}
