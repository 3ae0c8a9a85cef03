package health.lunaria.profile.retention;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.WithoutStanding;
import health.lunaria.safeguards.retention.RetentionReports;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/profile/retention")
@RolesAllowed({Roles.DPO, Roles.AUDITOR})
@WithoutStanding(because = "it says how many rows went and names nobody")
@Cache(noStore = true)
@Tag(name = "Retention")
public class RetentionResource {

    private static final int SHOWN = 200;

    private final RetentionReports reports;

    RetentionResource(RetentionReports reports) {
        this.reports = reports;
    }

    @GET
    @Operation(
            summary = "Read what was deleted by policy",
            description =
                    "Runs of the rules of profile-service, the newest first, at most 200; each rule runs once a day.")
    public Uni<RetentionResponse> read() {
        return reports.newestFirst(SHOWN).map(RetentionResponse::new);
    }
}
