package health.lunaria.profile.consent;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.revision.Revisions;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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
    private final Auditor auditor;

    ConsentService(Revisions revisions, ConsentStateRows states, ConsentDecisionRows decisions, Auditor auditor) {
        this.revisions = revisions;
        this.states = states;
        this.decisions = decisions;
        this.auditor = auditor;
    }

    /** The state now, read by the person herself or by a service on her behalf. */
    @WithTransaction
    Uni<ConsentState> read(Subject subject, SubjectKey key, Actor actor) {
        return states.of(key.subject())
                .map(found -> open(key, found))
                .call(() -> auditor.record(
                        subject,
                        actor,
                        actor.kind() == Actor.Kind.SELF ? "profile.consents.read" : "profile.consents.check"));
    }

    /** Her newest decisions first, at most 200. */
    @WithTransaction
    Uni<List<Decision>> history(Subject subject, SubjectKey key) {
        return decisions
                .newest(key.subject(), HISTORY_SHOWN)
                .map(rows -> rows.stream().map(row -> open(key, row)).toList())
                .call(() -> auditor.record(subject, "profile.consents.read"));
    }

    /** Stores a decision. One that says what holds already changes nothing. */
    @WithTransaction
    Uni<Decision> decide(Subject subject, SubjectKey key, Decision decision) {
        return revisions
                .next(key.subject())
                .chain(revision -> states.of(key.subject()).chain(found -> store(key, revision, found, decision)))
                .call(() -> auditor.record(subject, "profile.consents.write"));
    }

    private Uni<Decision> store(SubjectKey key, long revision, Optional<ConsentStateRow> found, Decision decision) {
        ConsentState before = open(key, found);
        Optional<Decision> standing = before.about(decision.purpose()).filter(decision::saysTheSameAs);
        if (standing.isPresent()) {
            return Uni.createFrom().item(standing.get());
        }
        SubjectRef subject = key.subject();
        ConsentStateRow row = found.orElseGet(() -> new ConsentStateRow(subject.bytes()));
        row.revision = revision;
        row.sealed = STATE.seal(key, Locator.NONE, revision, before.with(decision));
        byte[] sealed = DECISION.seal(key, Locator.ofNumber(revision), revision, decision);
        return states.persist(row)
                .chain(() -> decisions.persist(new ConsentDecisionRow(subject.bytes(), revision, sealed)))
                .replaceWith(decision);
    }

    private static ConsentState open(SubjectKey key, Optional<ConsentStateRow> found) {
        return found.map(row -> STATE.open(key, Locator.NONE, row.revision, row.sealed))
                .orElse(ConsentState.NONE);
    }

    private static Decision open(SubjectKey key, ConsentDecisionRow row) {
        return DECISION.open(key, Locator.ofNumber(row.revision), row.revision, row.sealed);
    }
}
