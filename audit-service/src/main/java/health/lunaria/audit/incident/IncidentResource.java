package health.lunaria.audit.incident;

import health.lunaria.audit.accesslog.PageSize;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.SubjectRef;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/v1/audit/incidents")
@InGoodStanding
@RolesAllowed(Roles.SECURITY)
@Tag(name = "Incidents")
public class IncidentResource {

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "incident";

    private final Caller caller;
    private final Pseudonyms pseudonyms;
    private final Cursors cursors;
    private final IncidentService incidents;

    IncidentResource(Caller caller, Pseudonyms pseudonyms, Cursors cursors, IncidentService incidents) {
        this.caller = caller;
        this.pseudonyms = pseudonyms;
        this.cursors = cursors;
        this.incidents = incidents;
    }

    @POST
    @Operation(summary = "Open an incident")
    public Uni<RestResponse<IncidentResponse>> open(@NotNull(message = "missing") @Valid IncidentRequest request) {
        return incidents.open(request.toReport(by())).map(opened -> answer(Status.CREATED, opened));
    }

    @GET
    @RolesAllowed({Roles.SECURITY, Roles.AUDITOR, Roles.DPO})
    @Cache(noStore = true)
    @Operation(summary = "List incidents", description = "The newest first, without their timelines.")
    public Uni<IncidentsResponse> list(
            @Parameter(description = "How many at most, 1 to 200; 50 unless said otherwise") @QueryParam("limit")
                    String limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        SubjectRef reader = pseudonyms.of(caller.subject());
        int size = PageSize.parse(limit).entries();
        Position before = cursor == null ? Position.START : Position.of(cursors.position(reader, LIST, cursor));
        return incidents.newestFirst(before, size + 1).map(found -> page(reader, found, size));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SECURITY, Roles.AUDITOR, Roles.DPO})
    @Cache(noStore = true)
    @Operation(summary = "Read an incident and its timeline")
    public Uni<RestResponse<IncidentResponse>> get(@PathParam("id") String id) {
        UUID incident = PathId.parse(id);
        return incidents
                .get(incident)
                .chain(found -> incidents
                        .timeline(incident)
                        .map(timeline -> answer(Status.OK, found, IncidentResponse.from(found, timeline))));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(
            summary = "Acknowledge an incident",
            description = "Who does it owns the incident, if nobody did. Incidents that nobody acknowledges in time are"
                    + " escalated to management.")
    public Uni<RestResponse<IncidentResponse>> acknowledge(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return incidents
                .acknowledge(PathId.parse(id), Precondition.of(ifMatch, null), by())
                .map(changed -> answer(Status.OK, changed));
    }

    @POST
    @Path("/{id}/assignment")
    @Operation(summary = "Change severity and owner")
    public Uni<RestResponse<IncidentResponse>> assign(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid AssignmentRequest request) {
        Precondition precondition = Precondition.of(ifMatch, null);
        return incidents
                .assign(PathId.parse(id), precondition, request.severity(), request.owner(), by())
                .map(changed -> answer(Status.OK, changed));
    }

    @POST
    @Path("/{id}/entries")
    @Operation(summary = "Add a note to the timeline", description = "It overwrites nothing and needs no If-Match.")
    public Uni<RestResponse<IncidentResponse>> note(
            @PathParam("id") String id, @NotNull(message = "missing") @Valid TextRequest request) {
        return incidents
                .add(PathId.parse(id), Entry.Kind.NOTE, by(), request.text())
                .map(changed -> answer(Status.CREATED, changed));
    }

    @POST
    @Path("/{id}/closure")
    @Operation(
            summary = "Close an incident",
            description = "Refused while a clock of its breach runs. What is closed is changed no more.")
    public Uni<RestResponse<IncidentResponse>> close(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull(message = "missing") @Valid TextRequest request) {
        Precondition precondition = Precondition.of(ifMatch, null);
        return incidents
                .close(PathId.parse(id), precondition, by(), request.text())
                .map(changed -> answer(Status.OK, changed));
    }

    private IncidentsResponse page(SubjectRef reader, List<Incident> found, int size) {
        if (found.size() <= size) {
            return IncidentsResponse.of(found, null);
        }
        Incident last = found.get(size - 1);
        byte[] position = new Position(last.openedAt(), last.id()).bytes();
        return IncidentsResponse.of(found.subList(0, size), cursors.of(reader, LIST, position));
    }

    private String by() {
        return caller.subject().id();
    }

    private static RestResponse<IncidentResponse> answer(Status status, Incident incident) {
        return answer(status, incident, IncidentResponse.from(incident));
    }

    private static RestResponse<IncidentResponse> answer(Status status, Incident incident, IncidentResponse body) {
        return ResponseBuilder.create(status, body)
                .header(HttpHeaders.ETAG, Precondition.tag(incident.version()))
                .build();
    }
}
