package health.lunaria.safeguards.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;

/**
 * The body of an error answer (RFC 9457, {@code application/problem+json}). Never holds a value of the request.
 *
 * @param code the slug, which is also the end of {@code type}
 * @param fields which fields are wrong and why; empty when it is not about fields
 * @param traceId finds the request in the logs; {@code null} outside of a request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String code, List<FieldError> fields, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param field path of the field in the body, e.g. {@code days[3].temperatureCelsius}; "" is the whole body
     * @param reason a stable word, e.g. {@code too-long}, {@code not-a-number}
     */
    public record FieldError(String field, String reason) {}

    /** For an answer that is written before the request has come as far as JAX-RS. */
    public static Problem of(ProblemType type, RoutingContext request) {
        return of(type, List.of(), TraceId.of(request));
    }

    static Problem of(ProblemType type, List<FieldError> fields, String traceId) {
        return new Problem(type.type(), type.title(), type.status(), type.slug(), fields, traceId);
    }
}
