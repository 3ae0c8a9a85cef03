package health.lunaria.audit.event;

import health.lunaria.audit.AuditProblem;
import health.lunaria.safeguards.identity.Peer;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the other services report accesses: all or none are logged, each id once; durable when it answers. */
@Path("/internal/events")
@RolesAllowed({Roles.PEER_PROFILE, Roles.PEER_CYCLE, Roles.PEER_BILLING, Roles.PEER_AUDIT})
public class EventResource {

    private static final String SERVICE_SUFFIX = "-service";

    private final Peer peer;
    private final EventService events;

    EventResource(Peer peer, EventService events) {
        this.peer = peer;
        this.events = events;
    }

    @POST
    @RefusedReports.Counted
    @Operation(hidden = true)
    public Uni<Void> report(@NotNull(message = "missing") @Valid EventsRequest request) {
        String service = peer.service();
        List<Report> reports = request.toReports(service);
        requireOwnActions(service, reports);
        return events.append(request.source(service), reports);
    }

    /** The actions of {@code cycle-service} begin with {@code cycle.}. */
    private static void requireOwnActions(String service, List<Report> reports) {
        String prefix = service.substring(0, service.length() - SERVICE_SUFFIX.length()) + ".";
        for (int i = 0; i < reports.size(); i++) {
            if (!reports.get(i).event().action().startsWith(prefix)) {
                throw new ProblemException(
                        AuditProblem.FOREIGN_ACTION, new FieldError("events[" + i + "].action", "foreign"));
            }
        }
    }
}
