package health.lunaria.profile.policy;

import health.lunaria.safeguards.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/profile/policies")
@RolesAllowed(Roles.USER)
@Tag(name = "Consents")
public class PolicyResource {

    private final PurposePolicies policies;

    PolicyResource(PurposePolicies policies) {
        this.policies = policies;
    }

    @GET
    @Operation(
            summary = "Read the policies in force",
            description =
                    "One for each purpose, with the SHA-256 of its text. A consent names the version that was shown.")
    public PoliciesResponse inForce() {
        return PoliciesResponse.of(policies.inForce(LocalDate.now(ZoneOffset.UTC)));
    }
}
