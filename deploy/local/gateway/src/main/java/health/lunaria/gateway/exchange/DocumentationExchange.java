package health.lunaria.gateway.exchange;

import health.lunaria.gateway.documentation.ApiDocumentation;
import health.lunaria.gateway.problem.GatewayProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;

/**
 * Answers requests for the API documentation, with a content policy that lets Swagger UI load from here only; a page that
 * has one in itself keeps that.
 */
final class DocumentationExchange {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
    /** Browsers heed it in a header only. */
    private static final String NO_FRAMES = "; frame-ancestors 'none'";

    private static final int PERMANENT_REDIRECT = 308;

    private final Exchange exchange;
    private final ApiDocumentation documentation;

    DocumentationExchange(Exchange exchange, ApiDocumentation documentation) {
        this.exchange = exchange;
        this.documentation = documentation;
    }

    void answer(String path) {
        exchange.named(ApiDocumentation.ROOT);
        HttpMethod method = exchange.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            exchange.refuse(GatewayProblem.NOT_FOUND);
        } else if (!path.startsWith(ApiDocumentation.ROOT)) {
            exchange.response()
                    .setStatusCode(PERMANENT_REDIRECT)
                    .putHeader(HttpHeaders.LOCATION, ApiDocumentation.ROOT);
            exchange.complete(Buffer.buffer());
        } else {
            documentation
                    .page(path)
                    .onSuccess(this::send)
                    .onFailure(missing -> exchange.refuse(GatewayProblem.NOT_FOUND));
        }
    }

    private void send(ApiDocumentation.Page page) {
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, page.contentType())
                .putHeader("Content-Security-Policy", page.ownContentPolicy().orElse(CONTENT_POLICY) + NO_FRAMES);
        exchange.complete(page.content());
    }
}
