package health.lunaria.safeguards.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * An answer that is written while it is read. If reading fails in the middle, the connection (in HTTP/2 the stream) is
 * reset: the client must not take what it got for the whole. The content is closed however the request ends.
 */
public final class StreamedAnswer implements StreamingOutput {

    private static final long INTERNAL_ERROR = 2;
    private static final int BUFFER = 32 * 1024;

    private final InputStream content;
    private final HttpServerResponse response;

    private StreamedAnswer(InputStream content, HttpServerResponse response) {
        this.content = content;
        this.response = response;
    }

    /** @param content whose closing does not block */
    public static StreamedAnswer of(InputStream content, RoutingContext request) {
        request.addEndHandler(ended -> close(content));
        return new StreamedAnswer(content, request.response());
    }

    @Override
    public void write(OutputStream output) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                output.write(buffer, 0, count);
            }
        } catch (IOException | RuntimeException failed) {
            response.reset(INTERNAL_ERROR);
            throw failed;
        } finally {
            close(content);
        }
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
