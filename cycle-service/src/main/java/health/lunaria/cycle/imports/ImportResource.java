package health.lunaria.cycle.imports;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.cycle.consent.WhileRestricted;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.http.EventLoop;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/imports")
@RolesAllowed(Roles.USER)
@Tag(name = "Imports")
public class ImportResource {

    private static final long MAX_BYTES = 256L * 1024 * 1024;
    private static final int ACCEPTED = 202;

    /** Longer than a task is tried, dead letters included; what is done deletes its file at once. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Caller caller;
    private final SubjectKeys keys;
    private final FileTransfers transfers;
    private final ImportService imports;

    ImportResource(Caller caller, SubjectKeys keys, FileTransfers transfers, ImportService imports) {
        this.caller = caller;
        this.keys = keys;
        this.transfers = transfers;
        this.imports = imports;
    }

    /** Blocking, because then the body is a stream, and is not read before it is asked for. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Import a file of another app",
            description =
                    "The body is the file itself, up to 256 MiB; which app it is of is seen from its content: drip,"
                            + " Clue, Flo, Apple Health, or Lunaria's own CSV, as such or in a zip archive (docs/import.md)."
                            + " It is stored sealed and imported soon after: ask for its state. Nothing that is logged is"
                            + " overwritten, and importing a file twice adds nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "Stored; to be imported",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportResponse.class)))
    public Uni<Response> post(InputStream body) throws IOException {
        Subject subject = caller.subject();
        InputStream content = notEmpty(body);
        return EventLoop.run(() -> take(subject, content))
                .map(accepted -> Response.status(ACCEPTED)
                        .type(MediaType.APPLICATION_JSON)
                        .entity(accepted)
                        .build());
    }

    private Uni<ImportResponse> take(Subject subject, InputStream content) {
        return keys.using(
                        subject,
                        key -> transfers
                                .upload(key, ImportService.PURPOSE, content, MAX_BYTES, Optional.of(KEPT))
                                .chain(file -> Uni.createFrom()
                                        .deferred(() -> imports.submit(subject, key, file))
                                        .onFailure()
                                        .call(() -> transfers.purge(file.id()))))
                .map(ImportResponse::from);
    }

    @GET
    @WhileRestricted
    @Path("/{id}")
    @Operation(
            summary = "Ask how an import goes",
            description = "When it is done, with a report of what was mapped, skipped and why.")
    public Uni<ImportResponse> read(@PathParam("id") String id) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> imports.read(subject, key, PathId.parse(id)))
                .map(ImportResponse::from);
    }

    @DELETE
    @WhileRestricted
    @Path("/{id}")
    @Operation(summary = "Stop an import", description = "What was imported before stays.")
    public Uni<ImportResponse> cancel(@PathParam("id") String id) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> imports.cancel(subject, key, PathId.parse(id)))
                .map(ImportResponse::from);
    }

    private static InputStream notEmpty(InputStream body) throws IOException {
        var content = new PushbackInputStream(body);
        int first = content.read();
        if (first < 0) {
            throw new ProblemException(CycleProblem.EMPTY_FILE);
        }
        content.unread(first);
        return content;
    }
}
