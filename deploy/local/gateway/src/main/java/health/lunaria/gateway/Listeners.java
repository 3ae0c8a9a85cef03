package health.lunaria.gateway;

import health.lunaria.gateway.configuration.GatewayConfiguration;
import health.lunaria.gateway.configuration.Limits;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How the gateway listens. */
final class Listeners {

    /** Room in the request line for what is not the target: a method and the version. */
    private static final int AROUND_TARGET = 32;

    /** HTTP/2 counts 32 bytes more per field, and its codec can only cut off; the rules then refuse properly. */
    private static final int HTTP2_HEADER_FACTOR = 2;

    private static final int MAX_STREAMS = 100;
    private static final int HANDSHAKE_SECONDS = 5;
    private static final int MANAGEMENT_IDLE_SECONDS = 10;
    private static final int NOT_FOUND = 404;

    private Listeners() {}

    /** TLS 1.3 only, HTTP/2 or HTTP/1.1 as the client prefers; plain HTTP is not understood. */
    static HttpServerOptions clients(GatewayConfiguration configuration) {
        Limits limits = configuration.limits();
        return new HttpServerOptions()
                .setHost(configuration.host())
                .setPort(configuration.port())
                .setSsl(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(configuration.tls().certificate().toString())
                        .setKeyPath(configuration.tls().key().toString()))
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout((int) limits.idleTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxInitialLineLength(limits.uri() + AROUND_TARGET)
                .setMaxHeaderSize(limits.headers())
                .setInitialSettings(new Http2Settings()
                        .setMaxHeaderListSize((long) limits.headers() * HTTP2_HEADER_FACTOR)
                        .setMaxConcurrentStreams(MAX_STREAMS));
    }

    static HttpServerOptions management(GatewayConfiguration configuration) {
        return new HttpServerOptions()
                .setHost(configuration.host())
                .setPort(configuration.managementPort())
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(MANAGEMENT_IDLE_SECONDS);
    }

    static void answerManagement(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) && "/health".equals(request.path())) {
            request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end("{\"status\":\"UP\"}");
        } else {
            request.response().setStatusCode(NOT_FOUND).end();
        }
    }
}
