package health.lunaria.audit.breakglass;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.audit.workforce.Workforce;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.WithoutStanding;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Open to all of the staff: who lacks what a step needs is refused by the rules, so that the refusal is recorded. */
@Path("/v1/audit/break-glass")
@RolesAllowed({Roles.SUPPORT, Roles.SECURITY, Roles.DPO, Roles.AUDITOR})
@Tag(name = "Break-glass")
public class BreakGlassResource {

    private static final String BY_RULES = "the rules ask, and record the refusal";

    private static final int CREATED = 201;
    private static final Set<String> SEE_ALL = Set.of(Roles.SECURITY, Roles.DPO, Roles.AUDITOR);

    private final Staff staff;
    private final Workforce workforce;
    private final BreakGlassService service;
    private final StepLists lists;
    private final StepCursors cursors;
    private final Clock clock;

    BreakGlassResource(
            Staff staff,
            Workforce workforce,
            BreakGlassService service,
            StepLists lists,
            StepCursors cursors,
            Clock clock) {
        this.staff = staff;
        this.workforce = workforce;
        this.service = service;
        this.lists = lists;
        this.cursors = cursors;
        this.clock = clock;
    }

    @POST
    @WithoutStanding(because = BY_RULES)
    @ResponseStatus(CREATED)
    @Operation(
            summary = "Request access to a user's data",
            description = "By support or security, who must be in good standing. The user sees it in her access log.")
    public Uni<RequestedResponse> request(@NotNull(message = "missing") @Valid BreakGlassRequest request) {
        return service.request(acting(), request.toNeed()).map(RequestedResponse::new);
    }

    @POST
    @Path("/{id}/approvals")
    @WithoutStanding(because = BY_RULES)
    @Operation(
            summary = "Approve it",
            description = "By security or the data protection officer; two people, neither of them the requester.")
    public Uni<Void> approve(@PathParam("id") String id) {
        return service.take(acting(), PathId.parse(id), Step.APPROVE)
                .invoke(Outcome::failIfRefused)
                .replaceWithVoid();
    }

    @POST
    @Path("/{id}/cancellation")
    @WithoutStanding(because = "ending it early needs no training")
    @Operation(summary = "Cancel it", description = "By whoever is part of it or could approve it.")
    public Uni<Void> cancel(@PathParam("id") String id) {
        return service.take(acting(), PathId.parse(id), Step.CANCEL)
                .invoke(Outcome::failIfRefused)
                .replaceWithVoid();
    }

    @GET
    @Path("/{id}")
    @InGoodStanding
    @Cache(noStore = true)
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Read one", description = "The user sees in her access log that it was read.")
    public Uni<BreakGlassResponse> read(@PathParam("id") String id) {
        UUID grantId = PathId.parse(id);
        return service.read(acting(), grantId).map(grant -> BreakGlassResponse.of(grantId, grant, clock.instant()));
    }

    @GET
    @InGoodStanding
    @Cache(noStore = true)
    @Operation(
            summary = "List them, the latest first",
            description = "100 at a time. Support sees those that it is part of; nothing in the list is about a user.")
    public Uni<StepPage<StepLists.Grant>> list(
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        var reader = workforce.ref(staff.person().id());
        boolean all = staff.roles().stream().anyMatch(SEE_ALL::contains);
        return lists.grants(all ? null : reader, cursors.before(reader, cursor), StepCursors.PAGE + 1)
                .map(found -> cursors.page(reader, found, StepLists.Grant::index));
    }

    @GET
    @Path("/refusals")
    @InGoodStanding
    @RolesAllowed({Roles.AUDITOR, Roles.SECURITY, Roles.DPO})
    @Cache(noStore = true)
    @Operation(summary = "List what was refused, the latest first", description = "100 at a time.")
    public Uni<StepPage<StepLists.Refused>> refusals(
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        var reader = workforce.ref(staff.person().id());
        return lists.refusals(cursors.before(reader, cursor), StepCursors.PAGE + 1)
                .map(found -> cursors.page(reader, found, StepLists.Refused::index));
    }

    private Acting acting() {
        return new Acting(staff.person(), staff.roles());
    }
}
