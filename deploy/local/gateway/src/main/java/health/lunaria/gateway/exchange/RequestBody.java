package health.lunaria.gateway.exchange;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.OptionalLong;

/**
 * The body of a request on its way to the backend: passed on as it arrives, no faster than the backend takes it, and
 * not beyond the limit.
 */
final class RequestBody {

    private static final long DISCARD_BYTES = 4L * 1024 * 1024;
    private static final long DISCARD_MILLIS = 2000;
    private static final long NO_ERROR = 0;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private long limit;
    private Buffer first;
    private long received;
    private boolean complete;

    RequestBody(Vertx vertx, HttpServerRequest request, long limit) {
        this.vertx = vertx;
        this.request = request;
        this.limit = limit;
    }

    /** @param bytes the limit of the route, in the place of the general one; before the body is read */
    void allow(long bytes) {
        limit = bytes;
    }

    /** How the body is delimited; {@code length} only where the client said it. */
    record Framing(boolean present, OptionalLong length) {

        static final Framing NONE = new Framing(false, OptionalLong.empty());
        static final Framing CHUNKED = new Framing(true, OptionalLong.empty());

        static Framing of(long length) {
            return new Framing(true, OptionalLong.of(length));
        }
    }

    /** Whether the client said that it would send more than the limit. */
    boolean isAnnouncedTooLarge() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > limit;
    }

    /**
     * Whether there is a body. HTTP/2 without a length shows it only by what comes after the head, so this may wait.
     */
    Future<Framing> framing() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            request.pause();
            return Future.succeededFuture(Framing.of(Long.parseLong(length)));
        }
        if (request.version() == HttpVersion.HTTP_2) {
            return firstEvent();
        }
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            request.pause();
            return Future.succeededFuture(Framing.CHUNKED);
        }
        complete = true;
        return Future.succeededFuture(Framing.NONE);
    }

    private Future<Framing> firstEvent() {
        Promise<Framing> framing = Promise.promise();
        request.handler(chunk -> {
            request.pause();
            first = chunk;
            framing.complete(Framing.CHUNKED);
        });
        request.endHandler(end -> {
            complete = true;
            framing.tryComplete(Framing.NONE);
        });
        return framing.future();
    }

    /** Whether the last byte has arrived. */
    boolean isComplete() {
        return complete;
    }

    /** @param tooLarge called instead of passing on the byte that goes beyond the limit */
    void sendTo(HttpClientRequest backend, Runnable tooLarge) {
        if (complete) {
            backend.end();
            return;
        }
        request.handler(chunk -> pass(chunk, backend, tooLarge));
        request.endHandler(end -> {
            complete = true;
            backend.end();
        });
        if (first != null) {
            pass(first, backend, tooLarge);
            first = null;
        }
        request.resume();
    }

    private void pass(Buffer chunk, HttpClientRequest backend, Runnable tooLarge) {
        received += chunk.length();
        if (received > limit) {
            tooLarge.run();
            return;
        }
        backend.write(chunk);
        if (backend.writeQueueFull()) {
            request.pause();
            backend.drainHandler(drained -> request.resume());
        }
    }

    /**
     * Reads on after the answer, because a client that is still sending may not see an answer followed by a reset; only
     * so much and so long, then the stream or connection ends.
     */
    void discard() {
        if (complete || request.isEnded() || request.decoderResult().isFailure()) {
            return;
        }
        long timer = vertx.setTimer(DISCARD_MILLIS, late -> hangUp());
        received = 0;
        request.handler(chunk -> {
            received += chunk.length();
            if (received > DISCARD_BYTES) {
                hangUp();
            }
        });
        request.endHandler(end -> {
            complete = true;
            vertx.cancelTimer(timer);
        });
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.resume();
    }

    private void hangUp() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
        } else {
            request.connection().close();
        }
    }
}
