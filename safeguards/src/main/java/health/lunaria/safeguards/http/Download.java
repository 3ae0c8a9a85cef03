package health.lunaria.safeguards.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/**
 * A file that its owner takes away.
 *
 * @param name a constant of ours: what she called something does not stand in a header
 * @param content to be closed; the answer does it
 */
public record Download(String name, String mediaType, long length, InputStream content) {

    /** To be kept by no cache, and taken for nothing but a file. */
    public Response answer(RoutingContext request) {
        return Response.ok(StreamedAnswer.of(content, request))
                .type(mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Override
    public String toString() {
        return "Download[redacted]";
    }
}
