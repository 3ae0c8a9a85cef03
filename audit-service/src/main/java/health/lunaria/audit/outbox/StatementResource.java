package health.lunaria.audit.outbox;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.log.Source;
import health.lunaria.safeguards.identity.Peer;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where services say how much their outbox took in and gave out. The verifier compares it with the log. */
@Path("/internal/outbox-statements")
@RolesAllowed({Roles.PEER_PROFILE, Roles.PEER_CYCLE, Roles.PEER_BILLING, Roles.PEER_AUDIT})
public class StatementResource {

    private final Peer peer;
    private final StatementRows rows;

    StatementResource(Peer peer, StatementRows rows) {
        this.peer = peer;
        this.rows = rows;
    }

    @POST
    @Operation(hidden = true)
    public Uni<Void> state(@NotNull(message = "missing") @Valid StatementRequest request) {
        if (Source.withoutOutbox(peer.service()).outbox().equals(request.outbox())) {
            throw new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("outbox", "nil"));
        }
        return rows.store(peer.service(), request)
                .invoke(StatementResource::failIfTooMany)
                .replaceWithVoid();
    }

    private static void failIfTooMany(boolean stored) {
        if (!stored) {
            throw new ProblemException(AuditProblem.TOO_MANY_OUTBOXES);
        }
    }
}
