package health.lunaria.billing.entitlement;

import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/billing/entitlements")
@RolesAllowed(Roles.USER)
@Tag(name = "Entitlements")
public class EntitlementResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final EntitlementService entitlements;

    EntitlementResource(Caller caller, SubjectKeys keys, EntitlementService entitlements) {
        this.caller = caller;
        this.keys = keys;
        this.entitlements = entitlements;
    }

    @GET
    @Operation(
            summary = "Read the entitlements",
            description =
                    "What was bought, if anything, and the account id that the app hands to a store as the buyer's.")
    public Uni<EntitlementsResponse> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> entitlements.read(subject, key))
                .map(account -> EntitlementsResponse.of(account, Instant.now()));
    }
}
