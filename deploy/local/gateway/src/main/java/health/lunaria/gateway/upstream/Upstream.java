package health.lunaria.gateway.upstream;

import health.lunaria.gateway.configuration.Backend;
import health.lunaria.gateway.configuration.Limits;
import health.lunaria.gateway.configuration.TlsFiles;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A backend: its bounded pool of connections and what is known of its readiness. Confined to the event loop. */
public final class Upstream {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String HOST = "localhost";
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int MAX_HEADERS = 32 * 1024;

    private final Backend backend;
    private final HttpClient client;
    private final long connectMillis;
    private boolean unready;

    public Upstream(Vertx vertx, Backend backend, TlsFiles tls, Limits limits) {
        this.backend = backend;
        this.connectMillis = limits.connectTimeout().toMillis();
        HttpClientOptions options = new HttpClientOptions()
                .setMaxPoolSize(limits.upstreamConnections())
                .setMaxWaitQueueSize(limits.upstreamQueue())
                .setConnectTimeout((int) connectMillis)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(MAX_HEADERS)
                .setPipelining(false);
        if (backend.tls()) {
            options.setSsl(true)
                    .setVerifyHost(true)
                    .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                    .setSslHandshakeTimeout(connectMillis)
                    .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(tls.certificate().toString())
                            .setKeyPath(tls.key().toString()))
                    .setTrustOptions(TrustOptions.wrap(new SingleTrust(PeerTrust.of(tls.ca(), backend.name()))));
        }
        this.client = vertx.createHttpClient(options);
    }

    /**
     * A request on a connection of its own, not sent yet.
     *
     * @param publicPort what clients know the gateway by ({@code localhost:publicPort}): backends see the same
     *     {@code Host} as clients sent, as they do behind Envoy
     * @return fails when there is no connection within the connect time-out or the queue is full: nothing was sent then
     */
    public Future<HttpClientRequest> open(HttpMethod method, String uri, MultiMap headers, int publicPort) {
        return client.request(new RequestOptions()
                .setMethod(method)
                .setURI(uri)
                .setHeaders(headers)
                .setServer(SocketAddress.inetSocketAddress(backend.port(), LOOPBACK))
                .setHost(HOST)
                .setPort(publicPort)
                .setSsl(backend.tls())
                .setConnectTimeout(connectMillis));
    }

    /** True once a poll found it unready, until a poll finds it ready; false before the first poll. */
    public boolean isKnownUnready() {
        return unready;
    }

    void known(boolean ready) {
        unready = !ready;
    }

    public String name() {
        return backend.name();
    }

    URI readiness() {
        return backend.readiness();
    }

    public Future<Void> close() {
        return client.close();
    }
}
