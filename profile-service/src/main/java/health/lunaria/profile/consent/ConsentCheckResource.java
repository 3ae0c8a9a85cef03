package health.lunaria.profile.consent;

import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectErasedException;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Peer;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the other services ask whether somebody consents. A POST, so that no subject stands in a URL. */
@Path("/internal/consents/check")
@RolesAllowed({Roles.PEER_CYCLE, Roles.PEER_BILLING})
public class ConsentCheckResource {

    private final Peer peer;
    private final SubjectKeys keys;
    private final ConsentService consents;
    private final PurposePolicies policies;

    ConsentCheckResource(Peer peer, SubjectKeys keys, ConsentService consents, PurposePolicies policies) {
        this.peer = peer;
        this.keys = keys;
        this.consents = consents;
        this.policies = policies;
    }

    record CheckRequest(
            @NotBlank(message = "missing") @Size(max = 255, message = "too-long")
            String subject,

            @NotNull(message = "missing") Purpose purpose) {

        @Override
        public String toString() {
            return "CheckRequest[redacted]";
        }
    }

    /** @param restricted whether she restricted the processing, whatever she consents to */
    record CheckResponse(boolean granted, boolean restricted) {}

    /** Who was erased consents to nothing. */
    @POST
    @Operation(hidden = true)
    public Uni<CheckResponse> check(@NotNull(message = "missing") @Valid CheckRequest request) {
        Subject subject = new Subject(request.subject());
        Actor actor = Actor.service(peer.service());
        return keys.using(subject, key -> consents.read(subject, key, actor))
                .map(state -> new CheckResponse(
                        state.isGranted(request.purpose(), policies, LocalDate.now(ZoneOffset.UTC)),
                        state.restriction().restricted()))
                .onFailure(SubjectErasedException.class)
                .recoverWithItem(new CheckResponse(false, false));
    }
}
