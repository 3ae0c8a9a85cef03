package health.lunaria.gateway.protection;

import health.lunaria.gateway.configuration.Limits;
import health.lunaria.gateway.problem.GatewayProblem;
import health.lunaria.gateway.routing.CanonicalTarget;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests that a backend might read otherwise than the gateway did (request smuggling, path tricks) and those
 * that are too large. The decoder has refused the coarsest shapes before.
 */
public final class RequestRules {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern FIELD_NAME = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
    private static final int FIELD_OVERHEAD = 4;

    private final Limits limits;

    public RequestRules(Limits limits) {
        this.limits = limits;
    }

    /** The first rule that the request breaks. */
    public Optional<GatewayProblem> check(HttpServerRequest request) {
        if (request.uri() == null || request.uri().length() > limits.uri()) {
            return Optional.of(request.uri() == null ? GatewayProblem.BAD_REQUEST : GatewayProblem.URI_TOO_LONG);
        }
        if (size(request.headers()) > limits.headers()) {
            return Optional.of(GatewayProblem.HEADERS_TOO_LARGE);
        }
        return hasOneMeaning(request) ? Optional.empty() : Optional.of(GatewayProblem.BAD_REQUEST);
    }

    private static boolean hasOneMeaning(HttpServerRequest request) {
        boolean version = request.version() == HttpVersion.HTTP_1_1 || request.version() == HttpVersion.HTTP_2;
        return version
                && METHODS.contains(request.method())
                && CanonicalTarget.path(request.uri()).isPresent()
                && hasOneHost(request)
                && hasOneLength(request)
                && hasCleanFields(request.headers());
    }

    private static boolean hasOneHost(HttpServerRequest request) {
        int hosts = request.headers().getAll(HttpHeaders.HOST).size();
        boolean expected = request.version() == HttpVersion.HTTP_2 ? hosts <= 1 : hosts == 1;
        return expected
                && request.authority() != null
                && !request.authority().host().isEmpty();
    }

    private static boolean hasOneLength(HttpServerRequest request) {
        List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!encodings.isEmpty()) {
            return request.version() == HttpVersion.HTTP_1_1
                    && lengths.isEmpty()
                    && encodings.size() == 1
                    && encodings.get(0).equalsIgnoreCase("chunked");
        }
        return lengths.size() <= 1
                && lengths.stream().allMatch(length -> LENGTH.matcher(length).matches());
    }

    /** The decoders let some through that another one would take for the start of a new field or for another field. */
    private static boolean hasCleanFields(MultiMap headers) {
        for (Map.Entry<String, String> header : headers) {
            boolean control = header.getValue().chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
            if (control || !FIELD_NAME.matcher(header.getKey()).matches()) {
                return false;
            }
        }
        return true;
    }

    private static int size(MultiMap headers) {
        int size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length() + FIELD_OVERHEAD;
        }
        return size;
    }
}
