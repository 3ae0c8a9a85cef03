package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the service that can decrypt gives an exception away for the receipt of its use, before it opens anything. */
@Path("/internal/break-glass/redemptions")
@RolesAllowed(Roles.PEER_CYCLE)
public class RedemptionResource {

    private final BreakGlassService service;

    RedemptionResource(BreakGlassService service) {
        this.service = service;
    }

    /** Durable when it answers. A refusal is an answer like any other: the peer did nothing wrong. */
    @POST
    @Operation(hidden = true)
    public Uni<RedemptionResponse> redeem(@NotNull(message = "missing") @Valid RedemptionRequest request) {
        return service.take(request.toActing(), request.id(), Step.USE).map(RedemptionResponse::of);
    }
}
