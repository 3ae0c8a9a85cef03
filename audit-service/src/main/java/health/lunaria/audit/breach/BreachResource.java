package health.lunaria.audit.breach;

import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.problem.Precondition;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/v1/audit/incidents/{id}/breach")
@InGoodStanding
@RolesAllowed({Roles.SECURITY, Roles.DPO})
@Tag(name = "Breaches")
public class BreachResource {

    private final Caller caller;
    private final BreachService breaches;
    private final Clock clock;

    BreachResource(Caller caller, BreachService breaches, Clock clock) {
        this.caller = caller;
        this.breaches = breaches;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.SECURITY, Roles.DPO, Roles.AUDITOR})
    @Cache(noStore = true)
    @Operation(summary = "Read the breach of an incident and its clocks")
    public Uni<RestResponse<BreachResponse>> get(@PathParam("id") String id) {
        return breaches.get(PathId.parse(id)).map(BreachResource::answer);
    }

    @PUT
    @Operation(
            summary = "Declare an incident a breach, or change what is known of it",
            description =
                    "Starts the clocks of the regimes that apply. Which these are, and when awareness began, a lawyer"
                            + " decides. The timeline keeps the reason of each change.")
    public Uni<RestResponse<BreachResponse>> put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull(message = "missing") @Valid BreachRequest request) {
        Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
        return breaches.put(PathId.parse(id), precondition, request.toFacts(), request.reason(), by())
                .map(BreachResource::answer);
    }

    @POST
    @Path("/extensions")
    @Operation(
            summary = "Give a clock more time",
            description =
                    "Only on a ground that its regime knows; most know none, and want the reason of a delay instead.")
    public Uni<RestResponse<BreachResponse>> extend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid ExtensionRequest request) {
        Precondition precondition = Precondition.of(ifMatch, null);
        return breaches.extend(PathId.parse(id), precondition, request.toExtension(by()))
                .map(BreachResource::answer);
    }

    @POST
    @Path("/completions")
    @Operation(
            summary = "Mark a clock as done",
            description =
                    "With the time at which the addressee was told. One that was late needs the reason of the delay.")
    public Uni<RestResponse<BreachResponse>> complete(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid CompletionRequest request) {
        Precondition precondition = Precondition.of(ifMatch, null);
        return breaches.complete(PathId.parse(id), precondition, request.toDone(by()))
                .map(BreachResource::answer);
    }

    @POST
    @Path("/exemption")
    @Operation(
            summary = "Document that the data was unintelligible",
            description =
                    "By the state of its keys, with the evidence. It spares the duties of those regimes that say so.")
    public Uni<RestResponse<BreachResponse>> exempt(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid ExemptionRequest request) {
        Precondition precondition = Precondition.of(ifMatch, null);
        return breaches.exempt(PathId.parse(id), precondition, request.toExemption(clock.instant(), by()))
                .map(BreachResource::answer);
    }

    private String by() {
        return caller.subject().id();
    }

    private static RestResponse<BreachResponse> answer(BreachState state) {
        return ResponseBuilder.ok(BreachResponse.from(state))
                .header(HttpHeaders.ETAG, Precondition.tag(state.version()))
                .build();
    }
}
