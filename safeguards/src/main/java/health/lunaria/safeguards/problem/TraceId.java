package health.lunaria.safeguards.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The W3C trace id of a request, from its {@code traceparent} header (set by the gateway). */
final class TraceId {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceId() {}

    /** {@code null} when there is none or it is not well-formed. */
    static String of(RoutingContext request) {
        String header = request == null ? null : request.request().getHeader("traceparent");
        if (header == null) {
            return null;
        }
        Matcher matcher = TRACEPARENT.matcher(header);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
