package health.lunaria.cycle.export;

import health.lunaria.cycle.consent.WhileRestricted;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.http.Download;
import health.lunaria.safeguards.http.EventLoop;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.ExportedFile;
import health.lunaria.safeguards.takeaway.FileExports;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/cycle/exports")
@RolesAllowed(Roles.USER)
@Tag(name = "Exports")
public class ExportResource {

    private static final int ACCEPTED = 202;

    private final Caller caller;
    private final SubjectKeys keys;
    private final FileTransfers transfers;
    private final ExportService exports;

    ExportResource(Caller caller, SubjectKeys keys, FileTransfers transfers, ExportService exports) {
        this.caller = caller;
        this.keys = keys;
        this.transfers = transfers;
        this.exports = exports;
    }

    @POST
    @WhileRestricted
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Take days away",
            description =
                    "As JSON, CSV, a FHIR R4 bundle, or a report for a clinician in PDF (docs/export.md). The file is"
                            + " made soon after: ask for its state. It is kept sealed for 7 days.")
    public Uni<ExportResponse> post(@NotNull(message = "missing") @Valid ExportRequest request) {
        Subject subject = caller.subject();
        ExportInput input = request.toInput(Instant.now());
        return keys.using(subject, key -> exports.submit(subject, key, input)).map(ExportResponse::from);
    }

    @GET
    @WhileRestricted
    @Path("/{id}")
    @Operation(summary = "Ask how an export goes")
    public Uni<ExportResponse> read(@PathParam("id") String id) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> exports.read(subject, key, PathId.parse(id)))
                .map(ExportResponse::from);
    }

    @GET
    @WhileRestricted
    @Path("/{id}/file")
    @Blocking
    @Operation(summary = "Fetch the file of an export", description = "404 until it is done, and after 7 days.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> file(@PathParam("id") String id, RoutingContext request) {
        Subject subject = caller.subject();
        UUID task = PathId.parse(id);
        return EventLoop.run(() -> keys.using(subject, key -> open(subject, key, task)))
                .map(download -> download.answer(request));
    }

    @DELETE
    @WhileRestricted
    @Path("/{id}")
    @Operation(summary = "Delete an export", description = "Its file is gone when this has answered.")
    public Uni<Void> delete(@PathParam("id") String id) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> exports.remove(subject, key, PathId.parse(id)))
                .call(task -> task.result(ExportedFile.class)
                        .map(exported -> transfers.purge(new FileId(exported.file())))
                        .orElse(Uni.createFrom().voidItem()))
                .replaceWithVoid();
    }

    private Uni<Download> open(Subject subject, SubjectKey key, UUID id) {
        return exports.read(subject, key, id)
                .map(task -> task.result(ExportedFile.class).orElseThrow(FileExports::notFound))
                .chain(exported -> exports.file(subject, key, exported)
                        .chain(file -> transfers
                                .open(key, ExportService.PURPOSE, file)
                                .map(content -> download(exported, file, content))));
    }

    private static Download download(ExportedFile exported, StoredFile file, InputStream content) {
        ExportFormat format = ExportFormats.named(exported.format()).orElseThrow();
        return new Download("lunaria." + format.fileEnding(), format.mediaType(), file.length(), content);
    }
}
