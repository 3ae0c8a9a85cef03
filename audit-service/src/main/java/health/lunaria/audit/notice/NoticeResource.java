package health.lunaria.audit.notice;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/v1/audit/incidents/{id}/notices")
@InGoodStanding
@RolesAllowed({Roles.SECURITY, Roles.DPO})
@Tag(name = "Notices")
public class NoticeResource {

    private final Caller caller;
    private final NoticeService notices;

    NoticeResource(Caller caller, NoticeService notices) {
        this.caller = caller;
        this.notices = notices;
    }

    @POST
    @Operation(
            summary = "Draft a notice",
            description =
                    "For a clock of the breach. One for an authority has its configured address; persons and media are"
                            + " added as recipients.")
    public Uni<RestResponse<NoticeResponse>> draft(
            @PathParam("id") String id, @NotNull(message = "missing") @Valid NoticeRequest request) {
        return notices.draft(PathId.parse(id), request.toText(by())).map(drafted -> answer(Status.CREATED, drafted));
    }

    @GET
    @RolesAllowed({Roles.SECURITY, Roles.DPO, Roles.AUDITOR})
    @Cache(noStore = true)
    @Operation(summary = "List the notices of an incident")
    public Uni<NoticeResponse.All> list(@PathParam("id") String id) {
        return notices.list(PathId.parse(id))
                .map(found -> new NoticeResponse.All(
                        found.stream().map(NoticeResponse::from).toList()));
    }

    @GET
    @Path("/{notice}")
    @RolesAllowed({Roles.SECURITY, Roles.DPO, Roles.AUDITOR})
    @Cache(noStore = true)
    @Operation(summary = "Read a notice and how far its delivery is")
    public Uni<RestResponse<NoticeResponse>> get(@PathParam("id") String id, @PathParam("notice") String notice) {
        return notices.get(PathId.parse(id), PathId.parse(notice)).map(found -> answer(Status.OK, found));
    }

    @POST
    @Path("/{notice}/recipients")
    @Operation(
            summary = "Add recipients to a draft",
            description = "Up to 1,000 at once and 100,000 in all. An address that is there already is passed over.")
    public Uni<RestResponse<NoticeResponse>> addRecipients(
            @PathParam("id") String id,
            @PathParam("notice") String notice,
            @NotNull(message = "missing") @Valid RecipientsRequest request) {
        return notices.addRecipients(PathId.parse(id), PathId.parse(notice), request.toAddresses())
                .map(changed -> answer(Status.OK, changed));
    }

    @POST
    @Path("/{notice}/approval")
    @Operation(
            summary = "Approve a notice and send it",
            description = "Only somebody else than who drafted it. Nothing about it can be changed afterwards.")
    public Uni<RestResponse<NoticeResponse>> approve(
            @PathParam("id") String id,
            @PathParam("notice") String notice,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Precondition precondition = Precondition.of(ifMatch, null);
        return notices.approve(PathId.parse(id), PathId.parse(notice), precondition, by())
                .map(changed -> answer(Status.OK, changed));
    }

    private String by() {
        return caller.subject().id();
    }

    private static RestResponse<NoticeResponse> answer(Status status, Notice notice) {
        return ResponseBuilder.create(status, NoticeResponse.from(notice))
                .header(HttpHeaders.ETAG, Precondition.tag(notice.version()))
                .build();
    }
}
