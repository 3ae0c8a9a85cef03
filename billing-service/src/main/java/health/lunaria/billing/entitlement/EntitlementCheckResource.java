package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Peer;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where cycle-service asks what somebody may use. A POST, so that no subject stands in a URL. */
@Path("/internal/entitlements/check")
@RolesAllowed(Roles.PEER_CYCLE)
public class EntitlementCheckResource {

    private final Peer peer;
    private final SubjectKeys keys;
    private final EntitlementService entitlements;

    EntitlementCheckResource(Peer peer, SubjectKeys keys, EntitlementService entitlements) {
        this.peer = peer;
        this.keys = keys;
        this.entitlements = entitlements;
    }

    record CheckRequest(
            @NotBlank(message = "missing") @Size(max = 255, message = "too-long")
            String subject,

            @NotNull(message = "missing") @Pattern(regexp = Entitlement.PREMIUM, message = "not-an-entitlement")
            String entitlement) {

        @Override
        public String toString() {
            return "CheckRequest[redacted]";
        }
    }

    record CheckResponse(boolean granted) {

        static CheckResponse of(Optional<BillingAccount> account, Instant now) {
            return new CheckResponse(
                    account.map(found -> found.hasPremiumAt(now)).orElse(false));
        }
    }

    @POST
    @Operation(hidden = true)
    public Uni<CheckResponse> check(@NotNull(message = "missing") @Valid CheckRequest request) {
        Subject subject = new Subject(request.subject());
        Actor asking = Actor.service(peer.service());
        return keys.using(subject, key -> entitlements.check(subject, key, asking))
                .map(account -> CheckResponse.of(account, Instant.now()));
    }
}
