package health.lunaria.profile.export;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.http.Download;
import health.lunaria.safeguards.http.EventLoop;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.FreshLogin;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.ExportedFile;
import health.lunaria.safeguards.takeaway.FileExports;
import health.lunaria.safeguards.takeaway.TakeawayAnswers;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Works whatever she consents to and restricts: access to one's data needs neither (GDPR, Art. 15 and 18(2)). */
@Path("/v1/profile/exports")
@RolesAllowed(Roles.USER)
@Tag(name = "Exports")
public class ExportResource {

    private static final int ACCEPTED = 202;
    private static final String FILE_NAME = "lunaria.zip";

    private final Caller caller;
    private final FreshLogin freshLogin;
    private final SubjectKeys keys;
    private final FileTransfers transfers;
    private final ExportService exports;

    ExportResource(
            Caller caller, FreshLogin freshLogin, SubjectKeys keys, FileTransfers transfers, ExportService exports) {
        this.caller = caller;
        this.freshLogin = freshLogin;
        this.keys = keys;
        this.transfers = transfers;
        this.exports = exports;
    }

    @POST
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Take everything away",
            description =
                    "One zip archive of what all services keep about her: days, attachments, purchases, consents with their"
                            + " receipts, requests, and who accessed what with proofs (docs/export.md). It is made soon after: ask"
                            + " for its state. It is kept sealed for 7 days.")
    @APIResponse(
            responseCode = "202",
            description = "To be made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(responseCode = "429", description = "Too many are unfinished")
    public Uni<ExportResponse> post() {
        Subject subject = caller.subject();
        ArchiveInput input = new ArchiveInput(Instant.now());
        return keys.using(subject, key -> exports.submit(subject, key, input)).map(ExportResponse::from);
    }

    @GET
    @Operation(summary = "List one's exports", description = "The newest 20, latest first; finished ones for 30 days.")
    @APIResponse(
            responseCode = "200",
            description = "The exports",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExportsResponse.class)))
    public Uni<ExportsResponse> list() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> exports.list(subject, key)).map(ExportsResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Ask how an export goes", description = "A step for each service, and one for packing.")
    @APIResponse(
            responseCode = "200",
            description = "How it goes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExportResponse.class)))
    @APIResponse(responseCode = "404", description = "There is no such export of yours")
    public Uni<ExportResponse> read(@PathParam("id") String id) {
        Subject subject = caller.subject();
        UUID task = PathId.parse(id);
        return keys.using(subject, key -> exports.read(subject, key, task)).map(ExportResponse::from);
    }

    @GET
    @Path("/{id}/file")
    @Blocking
    @Operation(
            summary = "Fetch the archive",
            description = "Needs a login of the last minutes. 404 until it is done, and after 7 days.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content =
                    @Content(
                            mediaType = TakeawayAnswers.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", description = "The login is too long ago: RFC 9470")
    @APIResponse(responseCode = "404", description = "There is no such archive of yours")
    public Uni<Response> file(@PathParam("id") String id, RoutingContext request) {
        freshLogin.require();
        Subject subject = caller.subject();
        UUID task = PathId.parse(id);
        return EventLoop.run(() -> keys.using(subject, key -> open(subject, key, task)))
                .map(download -> download.answer(request));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete an export",
            description = "Its archive is gone when this has answered. One that is under way is stopped.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such export of yours")
    public Uni<Void> delete(@PathParam("id") String id) {
        Subject subject = caller.subject();
        UUID task = PathId.parse(id);
        return keys.using(subject, key -> exports.remove(subject, key, task))
                .call(removed -> removed.result(ExportedFile.class)
                        .map(exported -> transfers.purge(new FileId(exported.file())))
                        .orElse(Uni.createFrom().voidItem()))
                .replaceWithVoid();
    }

    private Uni<Download> open(Subject subject, SubjectKey key, UUID id) {
        return exports.read(subject, key, id)
                .map(task -> task.result(ExportedFile.class).orElseThrow(FileExports::notFound))
                .chain(exported -> exports.file(subject, key, exported))
                .chain(file -> transfers
                        .open(key, ExportService.PURPOSE, file)
                        .map(content -> new Download(FILE_NAME, TakeawayAnswers.MEDIA_TYPE, file.length(), content)));
    }
}
