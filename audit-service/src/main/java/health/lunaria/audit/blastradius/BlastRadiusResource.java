package health.lunaria.audit.blastradius;

import health.lunaria.safeguards.encryption.KeyReach;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/audit/incidents/{id}/blast-radius")
@InGoodStanding
@RolesAllowed(Roles.SECURITY)
@Tag(name = "Incidents")
public class BlastRadiusResource {

    private final Caller caller;
    private final BlastRadiusService radius;
    private final KeyReach keys;

    BlastRadiusResource(Caller caller, BlastRadiusService radius, KeyReach keys) {
        this.caller = caller;
        this.radius = radius;
        this.keys = keys;
    }

    @POST
    @Cache(noStore = true)
    @Operation(
            summary = "Ask whose data was accessed in a time range",
            description =
                    "Numbers, pseudonyms, and below which keys their data lies. By whom, in which service and what for"
                            + " is sealed for each person and is not read. A POST, so that no date stands in a URL. The"
                            + " incident's timeline keeps that it was asked.")
    public Uni<BlastRadiusResponse> ask(
            @PathParam("id") String id, @NotNull(message = "missing") @Valid BlastRadiusRequest request) {
        return radius.ask(PathId.parse(id), request.toRange(), caller.subject().id())
                .chain(found -> keys.countByEpoch(found.refs()).map(reach -> BlastRadiusResponse.of(found, reach)));
    }
}
