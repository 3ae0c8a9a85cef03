package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.identity.WithoutStanding;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The data protection officer's queue: what is open, by date. Nothing of it says who somebody is. */
@Path("/v1/profile/requests/queue")
@RolesAllowed(Roles.DPO)
@WithoutStanding(because = "audit-service alone knows the register; each access is in the access log of the user")
@Cache(noStore = true)
@Tag(name = "Queue of requests")
public class QueueResource {

    private static final int PAGE = 25;
    private static final String LIST = "requests-queue";

    private final Staff staff;
    private final SubjectKeys keys;
    private final Pseudonyms pseudonyms;
    private final QueueService queue;
    private final Cursors cursors;

    QueueResource(Staff staff, SubjectKeys keys, Pseudonyms pseudonyms, QueueService queue, Cursors cursors) {
        this.staff = staff;
        this.keys = keys;
        this.pseudonyms = pseudonyms;
        this.queue = queue;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            summary = "List open requests",
            description = "The earliest date first, 25 a page. Each one that is listed is in its user's access log.")
    public Uni<QueueResponse> list(
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        SubjectRef reader = pseudonyms.of(staff.person());
        RequestPosition after =
                cursor == null ? RequestPosition.EARLIEST : RequestPosition.of(cursors.position(reader, LIST, cursor));
        return queue.earliestFirst(after, PAGE).map(found -> page(reader, found));
    }

    @GET
    @Path("/{id}")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Read an open request",
            description = "With its text. The ETag is what a step needs as If-Match. It is in the user's access log.")
    public Uni<RestResponse<RequestResponse>> get(@PathParam("id") String id) {
        UUID request = PathId.parse(id);
        return with(request, (subject, key) -> queue.get(subject, key, request));
    }

    @POST
    @Path("/{id}/confirmation")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Confirm the receipt of a request",
            description = "Within ten business days where Californian law applies.")
    public Uni<RestResponse<RequestResponse>> confirm(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid StepRequest request) {
        return take(Step.CONFIRM, id, ifMatch, request);
    }

    @POST
    @Path("/{id}/start")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Begin to work on a request", description = "After its receipt was confirmed.")
    public Uni<RestResponse<RequestResponse>> start(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid StepRequest request) {
        return take(Step.START, id, ifMatch, request);
    }

    @POST
    @Path("/{id}/extension")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Take more time for a request",
            description = "Once, with a reason, before the first date is past, and only if every law that applies gives"
                    + " more. The user reads the reason and the text.")
    public Uni<RestResponse<RequestResponse>> extend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid StepRequest request) {
        return take(Step.EXTEND, id, ifMatch, request);
    }

    @POST
    @Path("/{id}/identity-question")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Ask who she is",
            description = "Once, with a text that says what is wanted. Where the law allows it the whole days until the"
                    + " answer do not count.")
    public Uni<RestResponse<RequestResponse>> askIdentity(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid StepRequest request) {
        return take(Step.ASK_IDENTITY, id, ifMatch, request);
    }

    @POST
    @Path("/{id}/identity-answer")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Note that she has shown who she is",
            description = "Moves the dates by the whole days since she was asked, where the law allows it.")
    public Uni<RestResponse<RequestResponse>> showIdentity(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid StepRequest request) {
        return take(Step.SHOW_IDENTITY, id, ifMatch, request);
    }

    @POST
    @Path("/{id}/completion")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Complete a request",
            description = "After the officer has done what was asked: access, portability, erasure and restriction are"
                    + " carried out by hand for now, no task of the suite does it. The request leaves the queue.")
    public Uni<RestResponse<RequestResponse>> complete(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid StepRequest request) {
        return take(Step.COMPLETE, id, ifMatch, request);
    }

    @POST
    @Path("/{id}/refusal")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Refuse a request",
            description =
                    "With a reason; the user reads it, and can appeal. The text has to name the authority that she"
                            + " can complain to (GDPR 12(4)). The request leaves the queue.")
    public Uni<RestResponse<RequestResponse>> refuse(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid StepRequest request) {
        return take(Step.REFUSE, id, ifMatch, request);
    }

    private Uni<RestResponse<RequestResponse>> take(Step step, String id, String ifMatch, StepRequest said) {
        UUID request = PathId.parse(id);
        Precondition precondition = Precondition.of(ifMatch, null);
        Action action = said.toAction(step, now());
        return with(request, (subject, key) -> queue.take(subject, key, request, precondition, action));
    }

    /** Of somebody who was erased meanwhile there is no key, and none is made. */
    private Uni<RestResponse<RequestResponse>> with(
            UUID request, BiFunction<Subject, SubjectKey, Uni<StoredRequest>> work) {
        return queue.subjectOf(request)
                .chain(subject -> keys.usingExisting(pseudonyms.of(subject), key -> work.apply(subject, key)))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)))
                .map(stored -> RequestAnswer.of(Status.OK, stored));
    }

    private QueueResponse page(SubjectRef reader, List<QueuedRequest> found) {
        List<QueuedRequest> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE
                ? cursors.of(reader, LIST, position(shown.get(PAGE - 1)).bytes())
                : null;
        Instant now = now();
        return new QueueResponse(
                shown.stream()
                        .map(queued -> QueueResponse.Item.from(queued, now))
                        .toList(),
                next);
    }

    private static RequestPosition position(QueuedRequest queued) {
        return new RequestPosition(queued.dueAt(), queued.id());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
