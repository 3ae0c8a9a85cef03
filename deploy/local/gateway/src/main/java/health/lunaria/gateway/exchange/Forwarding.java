package health.lunaria.gateway.exchange;

import health.lunaria.gateway.logging.EventLog;
import health.lunaria.gateway.problem.GatewayProblem;
import health.lunaria.gateway.upstream.Upstream;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.ConnectException;
import java.util.Set;

/**
 * Passes one exchange to a backend and its answer back, both as streams. A request that did not reach the backend is a
 * 503 (tried once more first where repeating is harmless); one whose answer got lost is a 502, because then nobody
 * knows whether it took effect.
 */
final class Forwarding {

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS);
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Exchange exchange;
    private final Upstream upstream;
    private final EventLog events;
    private HttpClientRequest backendRequest;
    private boolean answering;
    private boolean answerComplete;

    Forwarding(Exchange exchange, Upstream upstream, EventLog events) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.events = events;
    }

    void start() {
        exchange.onEnd(this::release);
        exchange.body().framing().onSuccess(framing -> open(framing, true));
    }

    private void open(RequestBody.Framing framing, boolean mayRetry) {
        if (exchange.isSettled()) {
            return;
        }
        HttpServerRequest request = exchange.request();
        MultiMap headers = RequestHeaders.toBackend(request, exchange.trace());
        framing.length().ifPresent(length -> headers.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(length)));
        upstream.open(request.method(), request.uri(), headers, RequestHeaders.port(request))
                .onSuccess(opened -> send(framing, opened))
                .onFailure(failure -> {
                    if (mayRetry && isRetryable(request, failure)) {
                        open(framing, false);
                    } else {
                        events.failure("no connection to " + upstream.name(), failure);
                        exchange.refuse(GatewayProblem.UPSTREAM_UNAVAILABLE);
                    }
                });
    }

    private static boolean isRetryable(HttpServerRequest request, Throwable failure) {
        boolean refused = failure instanceof ConnectException && !(failure instanceof ConnectTimeoutException);
        return refused && IDEMPOTENT.contains(request.method());
    }

    private void send(RequestBody.Framing framing, HttpClientRequest opened) {
        opened.exceptionHandler(this::lost);
        if (exchange.isSettled()) {
            opened.reset();
            return;
        }
        backendRequest = opened;
        opened.setChunked(framing.present() && framing.length().isEmpty());
        opened.response().onSuccess(this::answer).onFailure(this::lost);
        if (exchange.request().headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            exchange.response().writeContinue();
        }
        exchange.body().sendTo(opened, () -> exchange.refuse(GatewayProblem.BODY_TOO_LARGE));
    }

    private void answer(HttpClientResponse answer) {
        if (exchange.isSettled()) {
            return;
        }
        if (answer.statusCode() <= SWITCHING_PROTOCOLS) {
            exchange.refuse(GatewayProblem.UPSTREAM_FAILED);
            return;
        }
        answering = true;
        HttpServerResponse response = exchange.response();
        response.setStatusCode(answer.statusCode());
        ResponseHeaders.copy(answer.headers(), response.headers());
        response.setChunked(needsChunks(answer));
        answer.exceptionHandler(failure -> fail("half an answer from ", failure));
        answer.handler(chunk -> pass(chunk, answer));
        answer.endHandler(end -> {
            answerComplete = true;
            exchange.complete();
        });
    }

    private boolean needsChunks(HttpClientResponse answer) {
        HttpServerRequest request = exchange.request();
        boolean bodiless = request.method().equals(HttpMethod.HEAD)
                || answer.statusCode() == NO_CONTENT
                || answer.statusCode() == NOT_MODIFIED;
        return request.version() == HttpVersion.HTTP_1_1
                && !bodiless
                && !answer.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private void pass(Buffer chunk, HttpClientResponse answer) {
        if (exchange.isSettled()) {
            return;
        }
        HttpServerResponse response = exchange.response();
        response.write(chunk);
        if (response.writeQueueFull()) {
            answer.pause();
            response.drainHandler(drained -> answer.resume());
        }
    }

    private void lost(Throwable failure) {
        if (!answering) {
            fail("no answer from ", failure);
        }
    }

    private void fail(String what, Throwable failure) {
        if (!exchange.isSettled()) {
            events.failure(what + upstream.name(), failure);
            exchange.refuse(GatewayProblem.UPSTREAM_FAILED);
        }
    }

    /** A connection whose request or answer is not complete cannot be used again. */
    private void release() {
        if (backendRequest != null && !(answerComplete && exchange.body().isComplete())) {
            backendRequest.reset();
        }
    }
}
