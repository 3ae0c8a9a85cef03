package health.lunaria.gateway.exchange;

import health.lunaria.gateway.configuration.Limits;
import health.lunaria.gateway.documentation.ApiDocumentation;
import health.lunaria.gateway.logging.Logs;
import health.lunaria.gateway.problem.GatewayProblem;
import health.lunaria.gateway.protection.CrossOrigin;
import health.lunaria.gateway.protection.RateLimiter;
import health.lunaria.gateway.routing.CanonicalTarget;
import health.lunaria.gateway.routing.Route;
import health.lunaria.gateway.routing.RouteTable;
import health.lunaria.gateway.upstream.Upstream;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;

/** The order in which a request is judged: rate, shape, cross-origin permission, documentation, route, readiness. */
public final class GatewayHandler {

    private static final int NO_CONTENT = 204;

    private final Vertx vertx;
    private final Limits limits;
    private final Protection protection;
    private final RouteTable routes;
    private final Map<String, Upstream> upstreams;
    private final Optional<ApiDocumentation> documentation;
    private final Logs logs;

    public GatewayHandler(
            Vertx vertx,
            Limits limits,
            Protection protection,
            RouteTable routes,
            Map<String, Upstream> upstreams,
            Optional<ApiDocumentation> documentation,
            Logs logs) {
        this.vertx = vertx;
        this.limits = limits;
        this.protection = protection;
        this.routes = routes;
        this.upstreams = upstreams;
        this.documentation = documentation;
        this.logs = logs;
    }

    public void handle(HttpServerRequest request) {
        Exchange exchange = begin(request);
        Optional<GatewayProblem> problem =
                checkRate(exchange).or(() -> protection.rules().check(request));
        problem.ifPresentOrElse(exchange::refuse, () -> dispatch(exchange));
    }

    /** What the decoder could not read; the connection is closed after the answer. */
    public void handleUnreadable(HttpServerRequest request) {
        Exchange exchange = begin(request);
        exchange.refuse(checkRate(exchange)
                .orElseGet(() -> problem(request.decoderResult().cause())));
    }

    private static GatewayProblem problem(Throwable unreadable) {
        if (unreadable instanceof TooLongHttpLineException) {
            return GatewayProblem.URI_TOO_LONG;
        }
        return unreadable instanceof TooLongHttpHeaderException
                ? GatewayProblem.HEADERS_TOO_LARGE
                : GatewayProblem.BAD_REQUEST;
    }

    private Exchange begin(HttpServerRequest request) {
        Exchange exchange = new Exchange(vertx, request, limits.body(), protection.connections(), logs.access());
        MultiMap headers = exchange.response().headers();
        exchange.response().headersEndHandler(head -> {
            exchange.putAlways();
            protection.securityHeaders().complete(headers);
            protection.crossOrigin().complete(request, headers);
        });
        return exchange;
    }

    private Optional<GatewayProblem> checkRate(Exchange exchange) {
        RateLimiter limiter = protection.rateLimiter();
        RateLimiter.Quota quota =
                limiter.take(exchange.request().remoteAddress().hostAddress());
        exchange.always("RateLimit-Policy", limiter.policy());
        exchange.always("RateLimit", quota.field());
        if (quota.allowed()) {
            return Optional.empty();
        }
        exchange.always("Retry-After", String.valueOf(quota.retryAfter()));
        return Optional.of(GatewayProblem.TOO_MANY_REQUESTS);
    }

    private void dispatch(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        String path = CanonicalTarget.path(request.uri()).orElseThrow();
        if (protection.crossOrigin().isPreflight(request)) {
            answerPreflight(exchange);
        } else if (documentation.isPresent() && documentation.get().owns(path)) {
            new DocumentationExchange(exchange, documentation.get()).answer(path);
        } else {
            routes.find(request.method(), path)
                    .ifPresentOrElse(
                            route -> forward(exchange, route, path), () -> exchange.refuse(GatewayProblem.NOT_FOUND));
        }
    }

    private void answerPreflight(Exchange exchange) {
        CrossOrigin crossOrigin = protection.crossOrigin();
        exchange.named("preflight");
        crossOrigin.allowPreflight(exchange.request(), exchange.response().headers());
        exchange.response().setStatusCode(NO_CONTENT);
        exchange.complete(Buffer.buffer());
    }

    private void forward(Exchange exchange, Route route, String path) {
        exchange.named(route.name());
        exchange.body().allow(limits.body(exchange.request().method(), path));
        if (exchange.body().isAnnouncedTooLarge()) {
            exchange.refuse(GatewayProblem.BODY_TOO_LARGE);
            return;
        }
        Upstream upstream = upstreams.get(route.backend());
        if (upstream.isKnownUnready()) {
            exchange.refuse(GatewayProblem.UPSTREAM_UNAVAILABLE);
            return;
        }
        exchange.within(route.timeout().orElse(limits.requestTimeout()));
        new Forwarding(exchange, upstream, logs.events()).start();
    }
}
