package health.lunaria.audit.policy;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.WithoutStanding;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/audit/policies")
@RolesAllowed({Roles.SUPPORT, Roles.SECURITY, Roles.DPO, Roles.AUDITOR})
@WithoutStanding(because = "whoever has to acknowledge them reads them first")
@Tag(name = "Policies")
public class PolicyResource {

    private final Policies policies;
    private final Clock clock;

    PolicyResource(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @GET
    @Cache(noStore = true)
    @Operation(
            summary = "Read the policies that are in force",
            description = "With the SHA-256 of each text. Acknowledge them by name and version.")
    public PoliciesResponse inForce() {
        return new PoliciesResponse(policies.inForce(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}
