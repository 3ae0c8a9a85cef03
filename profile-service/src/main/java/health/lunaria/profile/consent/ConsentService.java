package health.lunaria.profile.consent;

import health.lunaria.profile.activity.Activity;
import health.lunaria.profile.age.Admission;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what people decided: each call is one transaction with its audit record in it. */
@ApplicationScoped
class ConsentService {

    private static final SealedColumn<ConsentState> STATE =
            SealedColumn.of("consent_state", "sealed", 1, ConsentState.class);
    private static final SealedColumn<Decision> DECISION =
            SealedColumn.of("consent_decision", "sealed", 1, Decision.class);
    private static final int HISTORY_SHOWN = 200;

    private final Revisions revisions;
    private final ConsentStateRows states;
    private final ConsentDecisionRows decisions;
    private final Receipts receipts;
    private final Admission admission;
    private final Activity activity;
    private final Auditor auditor;
    private final Actor service;

    ConsentService(
            Revisions revisions,
            ConsentStateRows states,
            ConsentDecisionRows decisions,
            Receipts receipts,
            Admission admission,
            Activity activity,
            Auditor auditor,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.revisions = revisions;
        this.states = states;
        this.decisions = decisions;
        this.receipts = receipts;
        this.admission = admission;
        this.activity = activity;
        this.auditor = auditor;
        this.service = Actor.service(service);
    }

    /** The state now, read by the person herself or by a service on her behalf: either way, she is using the app. */
    @WithTransaction
    Uni<ConsentState> read(Subject subject, SubjectKey key, Actor actor) {
        return states.of(key.subject())
                .map(found -> open(key, found))
                .call(() -> activity.note(subject, key.subject()))
                .call(() -> auditor.record(
                        subject,
                        actor,
                        actor.kind() == Actor.Kind.SELF ? "profile.consents.read" : "profile.consents.check"));
    }

    /** The state now, read by the person herself for the sake of this action. */
    @WithTransaction
    Uni<ConsentState> read(Subject subject, SubjectKey key, String action) {
        return states.of(key.subject()).map(found -> open(key, found)).call(() -> auditor.record(subject, action));
    }

    /** The state for an access that records itself. Call it in a {@code @WithTransaction} method. */
    @WithTransaction
    Uni<ConsentState> inTransaction(SubjectKey key) {
        return states.of(key.subject()).map(found -> open(key, found));
    }

    /** Changes something else than a decision, by her own will. What is the same afterwards is not stored again. */
    @WithTransaction
    Uni<ConsentState> change(Subject subject, SubjectKey key, UnaryOperator<ConsentState> change, String action) {
        return revisions
                .next(key.subject())
                .chain(revision -> states.of(key.subject()).chain(found -> change(key, revision, found, change)))
                .call(() -> auditor.record(subject, action));
    }

    /** Her newest decisions first, at most 200. */
    @WithTransaction
    Uni<List<Decision>> history(Subject subject, SubjectKey key) {
        return newest(key, HISTORY_SHOWN).call(() -> auditor.record(subject, "profile.consents.read"));
    }

    /** Her newest decisions for an access that records itself. Call it in a {@code @WithTransaction} method. */
    @WithTransaction
    Uni<List<Decision>> newest(SubjectKey key, int limit) {
        return decisions
                .newest(key.subject(), limit)
                .map(rows -> rows.stream().map(row -> open(key, row)).toList());
    }

    /**
     * Stores a decision with its receipt. One that says what holds already changes nothing, and its receipt is thrown away. Who has
     * not passed the age gate cannot agree to anything about her health ({@code age-unknown}, 403).
     */
    @WithTransaction
    Uni<Decision> decide(Subject subject, SubjectKey key, Decision decision, Receipt receipt) {
        boolean needsAge = decision.granted() && decision.purpose() == Purpose.HEALTH_DATA;
        return revisions
                .next(key.subject())
                .call(() -> needsAge ? admission.require(key) : Uni.createFrom().voidItem())
                .chain(revision -> states.of(key.subject())
                        .chain(found -> store(
                                key, revision, found, decision, () -> receipts.add(subject, key, revision, receipt))))
                .call(() -> activity.note(subject, key.subject()))
                .call(() -> auditor.record(subject, "profile.consents.write"));
    }

    /**
     * Does again what she did before a backup was restored that does not know of it. She has the receipt of then; none is made
     * again.
     *
     * @return whether anything was different
     */
    @WithTransaction
    Uni<Boolean> withdrawAgain(Subject subject, SubjectKey key, Withdrawal withdrawal) {
        return states.of(key.subject())
                .chain(found -> withdrawal.isNewsTo(open(key, found))
                        ? revisions
                                .next(key.subject())
                                .chain(revision -> withdrawAgain(key, revision, found, withdrawal))
                                .replaceWith(true)
                        : Uni.createFrom().item(false))
                .call(() -> auditor.record(subject, service, "profile.consents.replay"));
    }

    private Uni<?> withdrawAgain(
            SubjectKey key, long revision, Optional<ConsentStateRow> found, Withdrawal withdrawal) {
        return withdrawal
                .decision()
                .<Uni<?>>map(decision -> store(
                        key, revision, found, decision, () -> Uni.createFrom().voidItem()))
                .orElseGet(() -> change(key, revision, found, state -> state.restricted(true, withdrawal.at())));
    }

    private Uni<Decision> store(
            SubjectKey key,
            long revision,
            Optional<ConsentStateRow> found,
            Decision decision,
            Supplier<Uni<Void>> addReceipt) {
        ConsentState before = open(key, found);
        Optional<Decision> standing = before.about(decision.purpose()).filter(decision::saysTheSameAs);
        if (standing.isPresent()) {
            return Uni.createFrom().item(standing.get());
        }
        byte[] sealed = DECISION.seal(key, Locator.ofNumber(revision), revision, decision);
        return put(key, revision, found, before.with(decision))
                .chain(() ->
                        decisions.persist(new ConsentDecisionRow(key.subject().bytes(), revision, sealed)))
                .chain(() -> addReceipt.get())
                .replaceWith(decision);
    }

    private Uni<ConsentState> change(
            SubjectKey key, long revision, Optional<ConsentStateRow> found, UnaryOperator<ConsentState> change) {
        ConsentState before = open(key, found);
        ConsentState after = change.apply(before);
        return after.equals(before)
                ? Uni.createFrom().item(before)
                : put(key, revision, found, after).replaceWith(after);
    }

    private Uni<ConsentStateRow> put(
            SubjectKey key, long revision, Optional<ConsentStateRow> found, ConsentState state) {
        ConsentStateRow row =
                found.orElseGet(() -> new ConsentStateRow(key.subject().bytes()));
        row.revision = revision;
        row.sealed = STATE.seal(key, Locator.NONE, revision, state);
        return states.persist(row);
    }

    static ConsentState open(SubjectKey key, Optional<ConsentStateRow> found) {
        return found.map(row -> STATE.open(key, Locator.NONE, row.revision, row.sealed))
                .orElse(ConsentState.NONE);
    }

    private static Decision open(SubjectKey key, ConsentDecisionRow row) {
        return DECISION.open(key, Locator.ofNumber(row.revision), row.revision, row.sealed);
    }
}
