package health.lunaria.gateway.exchange;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Header fields that speak about one connection only (RFC 9110, 7.6.1) and so never pass a gateway. */
final class HopHeaders {

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private HopHeaders() {}

    /** Lower-case names, those that the message's own {@code Connection} fields name included. */
    static Set<String> of(MultiMap headers) {
        Set<String> names = new HashSet<>(ALWAYS);
        for (String value : headers.getAll("connection")) {
            for (String name : value.split(",")) {
                names.add(name.trim().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
