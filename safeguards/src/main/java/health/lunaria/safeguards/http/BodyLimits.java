package health.lunaria.safeguards.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How large a body may be: 1 MiB, but for uploads of files, which are configured by path and read as streams. {@code
 * quarkus.http.limits.max-body-size} bounds the largest of them, for the whole service; this keeps all others small, those
 * in chunks included. An announced body that is too large is refused before any of it is read.
 */
@ApplicationScoped
class BodyLimits {

    /** Right after Quarkus' own check, which says to the body's reader what the limit of the whole service is. */
    private static final int PRIORITY = 1;

    /** So that an upload in chunks is refused by the feature that counts it, with a problem, and not by the reader. */
    private static final long SLACK = 256 * 1024;

    /** Where Quarkus' body reader looks for the limit of a request. */
    private static final String READERS_LIMIT = "io.quarkus.max-request-size";

    private final BodyLimitsConfig config;
    private final ObjectMapper json;

    BodyLimits(BodyLimitsConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    private void limit(RoutingContext request) {
        Long upload = request.request().method().equals(HttpMethod.POST)
                ? config.uploads().get(request.normalizedPath())
                : null;
        long limit = upload == null ? config.body() : upload;
        if (announcesMore(request, limit)) {
            refuse(request);
        } else {
            request.put(READERS_LIMIT, upload == null ? limit : limit + SLACK);
            request.next();
        }
    }

    private static boolean announcesMore(RoutingContext request, long limit) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > limit;
    }

    /** The connection ends with the answer: the rest of the body is not waited for. */
    private void refuse(RoutingContext request) {
        HttpServerResponse answer = request.response();
        answer.setStatusCode(CommonProblem.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(sent -> request.request().connection().close());
        try {
            answer.end(json.writeValueAsString(Problem.of(CommonProblem.BODY_TOO_LARGE, request)));
        } catch (JsonProcessingException impossible) {
            request.fail(impossible);
        }
    }
}
