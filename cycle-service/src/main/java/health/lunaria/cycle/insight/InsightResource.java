package health.lunaria.cycle.insight;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.cycle.entitlement.Entitlements;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/insights")
@RolesAllowed(Roles.USER)
@Tag(name = "Insights")
public class InsightResource {

    private final Caller caller;
    private final Entitlements entitlements;
    private final SubjectKeys keys;
    private final InsightService insights;

    InsightResource(Caller caller, Entitlements entitlements, SubjectKeys keys, InsightService insights) {
        this.caller = caller;
        this.entitlements = entitlements;
        this.keys = keys;
        this.insights = insights;
    }

    @GET
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Read statistics of the last cycles",
            description = "Needs the entitlement premium (403 entitlement-required without). Never a diagnosis.")
    public Uni<InsightsResponse> read() {
        Subject subject = caller.subject();
        return entitlements
                .require(subject, Entitlements.PREMIUM)
                .chain(() -> keys.using(subject, key -> insights.read(subject, key)))
                .map(InsightsResponse::from);
    }
}
