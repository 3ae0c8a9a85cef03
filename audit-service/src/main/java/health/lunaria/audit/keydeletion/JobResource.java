package health.lunaria.audit.keydeletion;

import health.lunaria.audit.keydeletion.KeyDeletionService.Requested;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the job that turns epochs asks for approvals, and gives them away for a receipt before it lets a KMS key go. */
@Path("/internal/key-deletions")
@RolesAllowed(Roles.PEER_EPOCH_JOB)
public class JobResource {

    private final KeyDeletionService service;

    JobResource(KeyDeletionService service) {
        this.service = service;
    }

    /** Again and again for the same epoch: the answer tells how far it is. */
    @POST
    @Operation(hidden = true)
    public Uni<Requested> request(@NotNull(message = "missing") @Valid KeyDeletionRequest request) {
        return service.request(request.toKey());
    }

    /** Durable when it answers. A refusal is an answer like any other: the peer did nothing wrong. */
    @POST
    @Path("/{id}/redemption")
    @Operation(hidden = true)
    public Uni<UseResponse> redeem(@PathParam("id") String id) {
        return service.take(DeletionActor.JOB, PathId.parse(id), Step.USE).map(UseResponse::of);
    }
}
