package health.lunaria.gateway.exchange;

import health.lunaria.gateway.logging.AccessLog;
import health.lunaria.gateway.logging.AccessLog.Outcome;
import health.lunaria.gateway.problem.GatewayProblem;
import health.lunaria.gateway.protection.Connections;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One request and its end, which comes once: answered, cut off, or the client has gone. Whoever holds something for the
 * exchange lets go of it in {@link #onEnd}. Confined to the event loop.
 */
final class Exchange {

    private static final Set<HttpMethod> NAMED = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final long INTERNAL_ERROR = 2;
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Connections connections;
    private final AccessLog log;
    private final TraceContext trace;
    private final RequestBody body;
    private final long startedAt = System.nanoTime();
    private final MultiMap always = HttpHeaders.headers();
    private String route = "none";
    private Runnable onEnd = () -> {};
    private long timer = NO_TIMER;
    private boolean settled;
    private boolean concluded;

    Exchange(Vertx vertx, HttpServerRequest request, long bodyLimit, Connections connections, AccessLog log) {
        this.vertx = vertx;
        this.request = request;
        this.connections = connections;
        this.log = log;
        this.trace = TraceContext.of(request.headers());
        this.body = new RequestBody(vertx, request, bodyLimit);
        connections.requestStarted(request.connection());
        request.exceptionHandler(failure -> clientGone());
        request.response().exceptionHandler(failure -> clientGone());
        request.response().closeHandler(closed -> clientGone());
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return request.response();
    }

    TraceContext trace() {
        return trace;
    }

    RequestBody body() {
        return body;
    }

    /** Whether its end is decided, if not sent yet. */
    boolean isSettled() {
        return settled;
    }

    /** A header field that whatever answer goes out will have. */
    void always(String name, String value) {
        always.set(name, value);
    }

    void putAlways() {
        always.forEach(header -> response().putHeader(header.getKey(), header.getValue()));
    }

    /** @param name what the log calls the request's path */
    void named(String name) {
        route = name;
    }

    void onEnd(Runnable action) {
        onEnd = action;
    }

    /** Ends the exchange unless it has ended by then. */
    void within(Duration timeout) {
        timer = vertx.setTimer(
                timeout.toMillis(),
                late -> refuse(body.isComplete() ? GatewayProblem.UPSTREAM_TIMEOUT : GatewayProblem.REQUEST_TIMEOUT));
    }

    /**
     * Answers with a problem instead of what was prepared; when an answer is already on its way, cuts that one off. The
     * client must not take half an answer for a whole one.
     */
    void refuse(GatewayProblem problem) {
        if (settled) {
            return;
        }
        if (response().headWritten()) {
            settle();
            response().reset(INTERNAL_ERROR);
            conclude(Outcome.CUT_OFF);
            return;
        }
        response().headers().clear();
        response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, GatewayProblem.MEDIA_TYPE);
        if (problem == GatewayProblem.UPSTREAM_UNAVAILABLE) {
            response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        complete(problem.body(trace.traceId()));
    }

    /** Answers with what the response holds and this content, of which a HEAD request learns the length only. */
    void complete(Buffer content) {
        if (!settled) {
            response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length()));
            boolean headOnly = request.method().equals(HttpMethod.HEAD);
            settleBySending(() -> headOnly ? response().end() : response().end(content));
        }
    }

    /** Ends an answer whose content was written before. */
    void complete() {
        if (!settled) {
            settleBySending(() -> response().end());
        }
    }

    private void settleBySending(Supplier<Future<Void>> end) {
        settle();
        // An HTTP/2 stream may be closed before the end of its answer is reported as sent.
        response().closeHandler(closed -> conclude(Outcome.ANSWERED));
        end.get().onComplete(sent -> conclude(sent.succeeded() ? Outcome.ANSWERED : Outcome.CLIENT_GONE));
        body.discard();
    }

    private void clientGone() {
        if (!settled) {
            settle();
            conclude(Outcome.CLIENT_GONE);
        }
    }

    private void settle() {
        settled = true;
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
        onEnd.run();
    }

    private void conclude(Outcome outcome) {
        if (concluded) {
            return;
        }
        concluded = true;
        connections.requestEnded(request.connection());
        log.write(new AccessLog.Entry(
                NAMED.contains(request.method()) ? request.method().name() : "OTHER",
                route,
                response().headWritten() ? response().getStatusCode() : 0,
                outcome,
                response().bytesWritten(),
                Duration.ofNanos(System.nanoTime() - startedAt),
                trace.traceId()));
    }
}
