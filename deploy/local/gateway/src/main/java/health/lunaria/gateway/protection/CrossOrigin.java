package health.lunaria.gateway.protection;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Cross-origin calls (the CORS protocol of the Fetch standard): pages of the listed origins may call the API, without
 * credentials; nobody else may. The API is called with tokens, never with cookies.
 */
public final class CrossOrigin {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Lunaria-Date, traceparent";
    private static final String EXPOSED = "ETag, Location, Retry-After, RateLimit, RateLimit-Policy";
    private static final String PREFLIGHT_SECONDS = "600";

    private final Set<String> origins;

    public CrossOrigin(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Whether the browser asks for permission before the request proper. */
    public boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Permissions of a preflight's answer; none for an origin that is not listed, which makes the browser refuse. */
    public void allowPreflight(HttpServerRequest request, MultiMap answer) {
        if (isListed(request)) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        }
    }

    /** Permission to read this answer. */
    public void complete(HttpServerRequest request, MultiMap answer) {
        if (origins.isEmpty()) {
            return;
        }
        answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isListed(request)) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
            answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    private boolean isListed(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && origins.contains(origin);
    }
}
