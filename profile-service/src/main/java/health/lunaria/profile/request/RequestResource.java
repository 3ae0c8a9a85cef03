package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/v1/profile/requests")
@RolesAllowed(Roles.USER)
@Cache(noStore = true)
@Tag(name = "Requests")
public class RequestResource {

    private static final int PAGE = 20;
    private static final String LIST = "requests";

    private final Caller caller;
    private final SubjectKeys keys;
    private final Pseudonyms pseudonyms;
    private final RequestService requests;
    private final Cursors cursors;

    RequestResource(Caller caller, SubjectKeys keys, Pseudonyms pseudonyms, RequestService requests, Cursors cursors) {
        this.caller = caller;
        this.keys = keys;
        this.pseudonyms = pseudonyms;
        this.requests = requests;
        this.cursors = cursors;
    }

    @POST
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Make a request about one's data",
            description =
                    "Starts the clocks of the laws that apply where she lives; the earliest date counts. The data protection"
                            + " officer works on it by hand: nothing is exported, erased or restricted by this call itself. Sent"
                            + " again with the same Idempotency-Key it answers with the request as it stands. An appeal names"
                            + " the refused request. Up to 20 can be open.")
    @APIResponseSchema(value = RequestResponse.class, responseCode = "201", responseDescription = "Received")
    public Uni<RestResponse<RequestResponse>> post(
            @Parameter(description = "16 to 64 letters, digits, - or _", required = true)
                    @HeaderParam(IdempotencyKey.HEADER)
                    String idempotencyKey,
            @NotNull(message = "missing") @Valid NewRequest request) {
        Subject subject = caller.subject();
        IdempotencyKey idempotency = IdempotencyKey.parse(idempotencyKey);
        DataRequest asked = request.toRequest(now());
        return keys.using(subject, key -> requests.receive(subject, key, idempotency, asked))
                .map(stored -> RequestAnswer.of(Status.CREATED, stored));
    }

    @GET
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "List one's requests", description = "The newest first, 20 a page.")
    public Uni<RequestsResponse> list(
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        Subject subject = caller.subject();
        SubjectRef reader = pseudonyms.of(subject);
        RequestPosition before =
                cursor == null ? RequestPosition.NEWEST : RequestPosition.of(cursors.position(reader, LIST, cursor));
        return keys.using(subject, key -> requests.newestFirst(subject, key, before, PAGE + 1))
                .map(found -> page(reader, found));
    }

    @GET
    @Path("/{id}")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Read one of one's requests", description = "The ETag is what a withdrawal needs as If-Match.")
    public Uni<RestResponse<RequestResponse>> get(@PathParam("id") String id) {
        Subject subject = caller.subject();
        UUID request = PathId.parse(id);
        return keys.using(subject, key -> requests.get(subject, key, request))
                .map(stored -> RequestAnswer.of(Status.OK, stored));
    }

    @POST
    @Path("/{id}/withdrawal")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Withdraw a request", description = "One that is open. Its history is kept.")
    public Uni<RestResponse<RequestResponse>> withdraw(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Subject subject = caller.subject();
        UUID request = PathId.parse(id);
        Precondition precondition = Precondition.of(ifMatch, null);
        Action withdrawal = new Action(Step.WITHDRAW, By.USER, now(), null, null);
        return keys.using(subject, key -> requests.withdraw(subject, key, request, precondition, withdrawal))
                .map(stored -> RequestAnswer.of(Status.OK, stored));
    }

    private RequestsResponse page(SubjectRef reader, List<StoredRequest> found) {
        List<StoredRequest> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE
                ? cursors.of(reader, LIST, position(shown.get(PAGE - 1)).bytes())
                : null;
        return new RequestsResponse(shown.stream().map(RequestResponse::from).toList(), next);
    }

    private static RequestPosition position(StoredRequest stored) {
        return new RequestPosition(stored.request().receivedAt(), stored.id());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
