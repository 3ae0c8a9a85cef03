package health.lunaria.cycle.attachment;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.cycle.consent.WhileRestricted;
import health.lunaria.cycle.day.SearchRequest;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.http.EventLoop;
import health.lunaria.safeguards.http.StreamedAnswer;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/attachments")
@RolesAllowed(Roles.USER)
@Tag(name = "Attachments")
public class AttachmentResource {

    private static final int CREATED = 201;

    private final Caller caller;
    private final SubjectKeys keys;
    private final AttachmentService attachments;
    private final AttachmentContents contents;

    AttachmentResource(Caller caller, SubjectKeys keys, AttachmentService attachments, AttachmentContents contents) {
        this.caller = caller;
        this.keys = keys;
        this.attachments = attachments;
        this.contents = contents;
    }

    /** Blocking, because then the body is a stream, and is not read before it is asked for. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Attach a file to a day",
            description =
                    "The body is the file itself, up to 20 MiB: a JPEG, PNG, HEIC or WebP image, or a PDF. Its content"
                            + " must be what Content-Type says. It is kept byte for byte as sent, metadata such as EXIF (with the"
                            + " place where a photo was taken) included: an app that does not want that strips it before. Up to 10"
                            + " files a day and 2,000 in all.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/heic", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Attached",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AttachmentResponse.class)))
    public Uni<Response> post(
            @Parameter(description = "The day, e.g. 2026-11-24", required = true) @HeaderParam(AttachmentDate.HEADER)
                    String date,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String declaredType,
            InputStream body)
            throws IOException {
        Subject subject = caller.subject();
        LocalDate day = AttachmentDate.parse(date);
        var content = new PushbackInputStream(body, FileType.HEAD_LENGTH);
        FileType type = checkedType(declaredType, content);
        return EventLoop.run(() -> contents.store(subject, day, type, content))
                .map(attachment -> Response.status(CREATED)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(AttachmentResponse.from(attachment))
                        .build());
    }

    private static FileType checkedType(String declaredType, PushbackInputStream content) throws IOException {
        FileType declared = FileType.declared(declaredType).orElseThrow(AttachmentResource::typeNotAllowed);
        byte[] head = content.readNBytes(FileType.HEAD_LENGTH);
        if (head.length == 0) {
            throw new ProblemException(CycleProblem.EMPTY_FILE);
        }
        if (!declared.begins(head)) {
            throw typeNotAllowed();
        }
        content.unread(head);
        return declared;
    }

    private static ProblemException typeNotAllowed() {
        return new ProblemException(CycleProblem.FILE_TYPE_NOT_ALLOWED);
    }

    @GET
    @WhileRestricted
    @Path("/{id}")
    @Blocking
    @Operation(summary = "Read an attachment", description = "The file as it was sent.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> get(@PathParam("id") String id, RoutingContext request) {
        Subject subject = caller.subject();
        FileId file = idOf(id);
        return EventLoop.run(() -> contents.open(subject, file))
                .map(opened -> Response.ok(StreamedAnswer.of(opened.content(), request))
                        .type(opened.attachment().type().mediaType())
                        .header(HttpHeaders.CONTENT_LENGTH, opened.attachment().size())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @DELETE
    @WhileRestricted
    @Path("/{id}")
    @Operation(summary = "Delete an attachment", description = "Row and content are gone when this has answered.")
    public Uni<Void> delete(@PathParam("id") String id) {
        return contents.delete(caller.subject(), idOf(id));
    }

    @POST
    @WhileRestricted
    @Path("/search")
    @Operation(
            summary = "List attachments",
            description = "Without their content. A POST, so that no date stands in a URL. Both dates included.")
    public Uni<AttachmentsResponse> search(@NotNull(message = "missing") @Valid SearchRequest request) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> attachments.search(subject, key, request.from(), request.to()))
                .map(AttachmentsResponse::from);
    }

    private static FileId idOf(String id) {
        return FileId.parse(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }
}
