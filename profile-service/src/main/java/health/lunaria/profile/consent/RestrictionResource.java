package health.lunaria.profile.consent;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/profile/restriction")
@RolesAllowed(Roles.USER)
@Tag(name = "Restriction")
public class RestrictionResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final ConsentService consents;
    private final ConsentChanges changes;
    private final WithdrawalLedger withdrawals;

    RestrictionResource(
            Caller caller,
            SubjectKeys keys,
            ConsentService consents,
            ConsentChanges changes,
            WithdrawalLedger withdrawals) {
        this.caller = caller;
        this.keys = keys;
        this.consents = consents;
        this.changes = changes;
        this.withdrawals = withdrawals;
    }

    @GET
    @Operation(summary = "Read whether the processing is restricted")
    public Uni<RestrictionResponse> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> consents.read(subject, key, "profile.restriction.read"))
                .map(state -> RestrictionResponse.from(state.restriction()));
    }

    @PUT
    @Operation(
            summary = "Restrict the processing, or lift the restriction",
            description =
                    "While it holds, health data can be read out, exported and erased; nothing is added, derived or"
                            + " predicted. It counts from the next request on, within 30 seconds where a service cannot be told.")
    public Uni<RestrictionResponse> put(@NotNull(message = "missing") @Valid RestrictionRequest request) {
        Subject subject = caller.subject();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return keys.using(
                        subject,
                        key -> remember(subject, key, request, now)
                                .chain(() -> consents.change(
                                        subject,
                                        key,
                                        state -> state.restricted(request.restricted(), now),
                                        "profile.restriction.write")))
                .call(() -> changes.tell(subject))
                .map(state -> RestrictionResponse.from(state.restriction()));
    }

    /** As with a withdrawal: see {@link WithdrawalLedger}. */
    private Uni<Void> remember(Subject subject, SubjectKey key, RestrictionRequest request, Instant now) {
        return request.restricted()
                ? withdrawals.put(key, Withdrawal.restriction(subject.id(), now))
                : Uni.createFrom().voidItem();
    }
}
