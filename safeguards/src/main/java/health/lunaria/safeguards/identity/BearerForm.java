package health.lunaria.safeguards.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * Drops an {@code Authorization} header that cannot hold a signed token (three parts in base64url, RFC 7515, section 3.1),
 * so that the request goes on as one without token and ends with 401. The OIDC extension would fail on some of them with
 * an exception that says nothing about authentication, which would look like an error of ours.
 */
@ApplicationScoped
class BearerForm {

    /** Before the authentication, which has 200 in Quarkus. */
    private static final int PRIORITY = 400;

    private static final Pattern BEARER_JWS =
            Pattern.compile("Bearer +[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", Pattern.CASE_INSENSITIVE);

    void register(@Observes Filters filters) {
        filters.register(BearerForm::dropMalformed, PRIORITY);
    }

    private static void dropMalformed(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && !BEARER_JWS.matcher(header).matches()) {
            request.request().headers().remove(HttpHeaders.AUTHORIZATION);
        }
        request.next();
    }
}
