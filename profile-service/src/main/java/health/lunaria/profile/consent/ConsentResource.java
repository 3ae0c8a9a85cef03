package health.lunaria.profile.consent;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.policy.Policy;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/profile/consents")
@RolesAllowed(Roles.USER)
@Tag(name = "Consents")
public class ConsentResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final ConsentService consents;
    private final PurposePolicies policies;
    private final ReceiptIssuer receipts;
    private final ConsentChanges changes;
    private final WithdrawalLedger withdrawals;

    ConsentResource(
            Caller caller,
            SubjectKeys keys,
            ConsentService consents,
            PurposePolicies policies,
            ReceiptIssuer receipts,
            ConsentChanges changes,
            WithdrawalLedger withdrawals) {
        this.caller = caller;
        this.keys = keys;
        this.consents = consents;
        this.policies = policies;
        this.receipts = receipts;
        this.changes = changes;
        this.withdrawals = withdrawals;
    }

    @GET
    @Operation(
            summary = "Read the consents",
            description =
                    "Every purpose; what was never decided is not granted. Where the policy says something else since the"
                            + " decision, askAgain is true; some days later a yes to the older one counts no more.")
    public Uni<ConsentsResponse> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> consents.read(subject, key, Actor.self()))
                .map(state -> ConsentsResponse.of(state, policies, LocalDate.now(ZoneOffset.UTC)));
    }

    @GET
    @Path("/history")
    @Operation(summary = "Read the history", description = "Decisions, newest first, at most 200.")
    public Uni<DecisionResponse.History> history() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> consents.history(subject, key)).map(DecisionResponse.History::of);
    }

    @PUT
    @Path("/{purpose}")
    @Operation(
            summary = "Give or withdraw a consent",
            description =
                    "It counts at once, within 30 seconds where a service cannot be told. A consent is to the version"
                            + " of the policy that is in force; a withdrawal may name an older one.")
    public Uni<DecisionResponse> decide(String purpose, @NotNull(message = "missing") @Valid ConsentRequest request) {
        Subject subject = caller.subject();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Purpose about = Purpose.of(purpose).orElseThrow(() -> new ProblemException(ProfileProblem.UNKNOWN_PURPOSE));
        Policy shown = policies.decidable(
                        about, request.policyVersion(), request.granted(), LocalDate.ofInstant(now, ZoneOffset.UTC))
                .orElseThrow(() -> new ProblemException(ProfileProblem.POLICY_NOT_IN_FORCE));
        Decision decision = new Decision(about, request.granted(), request.policyVersion(), now);
        return keys.using(
                        subject,
                        key -> remember(subject, key, decision)
                                .chain(() -> receipts.issue(decision, shown))
                                .chain(receipt -> consents.decide(subject, key, decision, receipt)))
                .call(() -> tell(subject, about))
                .map(DecisionResponse::from);
    }

    /** A no is in the ledger before it is in the data: a restore may lose the one, and then the other tells. */
    private Uni<Void> remember(Subject subject, SubjectKey key, Decision decision) {
        return decision.granted()
                ? Uni.createFrom().voidItem()
                : withdrawals.put(key, Withdrawal.of(subject.id(), decision));
    }

    private Uni<Void> tell(Subject subject, Purpose about) {
        return about == Purpose.HEALTH_DATA
                ? changes.tell(subject)
                : Uni.createFrom().voidItem();
    }
}
