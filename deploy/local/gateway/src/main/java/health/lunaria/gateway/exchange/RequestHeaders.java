package health.lunaria.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The header fields that a backend gets: the client's, without those by which it could pass for someone else, for
 * another address or for the gateway, and with the gateway's own.
 */
final class RequestHeaders {

    private static final List<String> FORBIDDEN_PREFIXES = List.of(
            "x-forwarded",
            "x-original",
            "x-rewrite",
            "x-real-ip",
            "x-user",
            "x-subject",
            "x-caller",
            "x-lunaria-",
            "x-ssl-",
            "x-client-cert",
            "x-http-method",
            "x-method-override");

    private static final Set<String> FORBIDDEN = Set.of(
            "forwarded",
            "remote-user",
            "remote-addr",
            "client-cert",
            "client-cert-chain",
            "proxy",
            "via",
            "baggage",
            "traceparent",
            "tracestate",
            "expect",
            "host",
            "cookie",
            "content-length");

    private RequestHeaders() {}

    static MultiMap toBackend(HttpServerRequest request, TraceContext trace) {
        MultiMap headers = HttpHeaders.headers();
        Set<String> hop = HopHeaders.of(request.headers());
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!hop.contains(name) && !isForbidden(name)) {
                headers.add(header.getKey(), header.getValue());
            }
        }
        joinCookies(request, headers);
        headers.set("traceparent", trace.parent());
        trace.state().ifPresent(state -> headers.set("tracestate", state));
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "https");
        headers.set("X-Forwarded-Host", authority(request));
        headers.set("X-Forwarded-Port", String.valueOf(port(request)));
        return headers;
    }

    /** Under which name clients know the gateway; never what a client says in its own {@code Host}. */
    static String authority(HttpServerRequest request) {
        return "localhost:" + port(request);
    }

    static int port(HttpServerRequest request) {
        return request.localAddress().port();
    }

    /** Some servers read {@code X_User} as {@code X-User}. */
    private static boolean isForbidden(String lowerCaseName) {
        String name = lowerCaseName.replace('_', '-');
        return FORBIDDEN.contains(name) || FORBIDDEN_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** HTTP/2 clients may split cookies over several fields, which HTTP/1.1 forbids (RFC 9113, 8.2.3). */
    private static void joinCookies(HttpServerRequest request, MultiMap headers) {
        List<String> cookies = request.headers().getAll(HttpHeaders.COOKIE);
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, String.join("; ", cookies));
        }
    }
}
