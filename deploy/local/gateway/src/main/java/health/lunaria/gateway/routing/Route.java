package health.lunaria.gateway.routing;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Optional;

/**
 * One match of a rule and what becomes of requests that it fits.
 *
 * @param method the only one that fits; empty when all do
 * @param backend name of the service
 * @param timeout from the request's head to the end of its answer; empty for the gateway's own
 */
public record Route(PathMatch path, Optional<HttpMethod> method, String backend, Optional<Duration> timeout) {

    boolean matches(HttpMethod requestMethod, String requestPath) {
        return path.matches(requestPath) && method.map(requestMethod::equals).orElse(true);
    }

    /** Stands for the route in logs. */
    public String name() {
        return path.value();
    }
}
