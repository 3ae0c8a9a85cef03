package health.lunaria.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * The problems (RFC 9457) that the gateway itself answers with, in the shape that the services use too. Slugs are part
 * of the API: never rename or reuse one. No problem holds anything of the request but its trace id.
 */
public enum GatewayProblem {
    BAD_REQUEST(
            "bad-request",
            400,
            "The request cannot be read in one way only",
            "Send one Host, one length, a plain path without dot segments or needless encodings, and HTTP/1.1 or HTTP/2."),
    NOT_FOUND("not-found", 404, "There is nothing here", "No part of the API has this path and method."),
    REQUEST_TIMEOUT(
            "request-timeout", 408, "The request took too long to arrive", "Send the whole body without long pauses."),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large", "Split the content over several requests."),
    URI_TOO_LONG("uri-too-long", 414, "The request target is too long", "Send parameters in the body."),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests", "Wait for as many seconds as Retry-After says."),
    HEADERS_TOO_LARGE(
            "headers-too-large", 431, "The header section is too large", "Send fewer or shorter headers and cookies."),
    UPSTREAM_FAILED(
            "upstream-failed",
            502,
            "The answer was lost",
            "It is not known whether the request took effect; read the current state before repeating it."),
    UPSTREAM_UNAVAILABLE(
            "upstream-unavailable",
            503,
            "The service is not available at the moment",
            "The request had no effect; repeat it after as many seconds as Retry-After says."),
    UPSTREAM_TIMEOUT(
            "upstream-timeout",
            504,
            "The service did not answer in time",
            "It is not known whether the request took effect; read the current state before repeating it.");

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String BASE = "https://lunaria.health/problems/";

    private final String slug;
    private final int status;
    private final String title;
    private final String detail;

    GatewayProblem(String slug, int status, String title, String detail) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public Buffer body(String traceId) {
        return new JsonObject()
                .put("type", BASE + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", slug)
                .put("traceId", traceId)
                .toBuffer();
    }
}
