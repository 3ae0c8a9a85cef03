package health.lunaria.gateway.exchange;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a backend's header fields become for the client: without those about the connection or about the software, and
 * without cross-origin permissions and rate limits, which are the gateway's to give.
 */
final class ResponseHeaders {

    private static final Set<String> DROPPED = Set.of("server", "x-powered-by", "via", "alt-svc");
    private static final String CROSS_ORIGIN = "access-control-";
    private static final String RATE_LIMIT = "ratelimit";

    private ResponseHeaders() {}

    static void copy(MultiMap fromBackend, MultiMap toClient) {
        Set<String> hop = HopHeaders.of(fromBackend);
        for (Map.Entry<String, String> header : fromBackend) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!hop.contains(name)
                    && !DROPPED.contains(name)
                    && !name.startsWith(CROSS_ORIGIN)
                    && !name.startsWith(RATE_LIMIT)) {
                toClient.add(header.getKey(), header.getValue());
            }
        }
    }
}
