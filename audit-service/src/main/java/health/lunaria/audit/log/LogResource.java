package health.lunaria.audit.log;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/**
 * The log for everybody, as C2SP tlog-tiles: it holds commitments that say nothing about anybody, so that anyone may check
 * that it only ever grows.
 */
@Path("/v1/audit/log")
@PermitAll
@Tag(name = "Log")
public class LogResource {

    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String A_SECOND = "public, max-age=1";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Log log;

    LogResource(Log log) {
        this.log = log;
    }

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = A_SECOND)
    @Operation(summary = "Read the newest checkpoint", description = "A signed note: C2SP tlog-checkpoint.")
    @APIResponse(responseCode = "200", description = "Size and root of the log, signed")
    @APIResponse(responseCode = "404", description = "Nothing was logged yet")
    public Uni<String> checkpoint() {
        return log.checkpoint()
                .onItem()
                .ifNull()
                .failWith(LogResource::notFound)
                .map(PublishedCheckpoint::note);
    }

    @GET
    @Path("key")
    @Produces(TEXT)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=3600")
    @Operation(
            summary = "Read the log's verifier key",
            description = "C2SP signed-note. Who wants to rely on it compares it with one from elsewhere.")
    public Uni<String> key() {
        return log.verifierKey().map(key -> key + "\n");
    }

    @GET
    @Path("tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = FOR_EVER)
    @Operation(
            summary = "Read a tile",
            description = "{level}/{index} or entries/{index}, with .p/{width} where it is not full: C2SP tlog-tiles.")
    @APIResponse(responseCode = "200", description = "256 hashes or entries, or as many as the width says")
    @APIResponse(responseCode = "404", description = "The published log has no such tile")
    public Uni<byte[]> tile(@PathParam("path") String path) {
        return TilePath.parse(path)
                .map(tile -> log.tile(tile).onItem().ifNull().failWith(LogResource::notFound))
                .orElseThrow(LogResource::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
