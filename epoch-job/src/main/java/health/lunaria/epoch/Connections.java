package health.lunaria.epoch;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Set;

/** How the job reaches the keyring and audit-service: encrypted, and sure of the other end; there is no switch for less. */
final class Connections {

    private static final Set<String> TLS = Set.of("TLSv1.3");
    /** A job that has just started on a busy machine may need long for its first handshake, and nobody waits for it. */
    private static final Duration CONNECT = Duration.ofSeconds(30);

    /** One holds the lock of the run, one moves keys, one is spare. */
    private static final int POOL = 3;

    private Connections() {}

    static Pool keyring(Vertx vertx, Settings.Database database) {
        String[] address = database.host().split(":", 2);
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address[0])
                .setPort(Integer.parseInt(address[1]))
                .setDatabase(database.name())
                .setUser(database.username())
                .setPassword(database.password())
                .setSslMode(SslMode.VERIFY_FULL);
        options.setTrustOptions(new PemTrustOptions().addCertPath(database.ca().toString()));
        options.setHostnameVerificationAlgorithm("HTTPS");
        options.setEnabledSecureTransportProtocols(TLS);
        options.setConnectTimeout((int) CONNECT.toMillis());
        return new Pool(PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(POOL).setConnectionTimeout((int) CONNECT.toSeconds()))
                .using(vertx.getDelegate())
                .build());
    }

    static HttpClient audit(Vertx vertx, Settings.Tls tls) {
        HttpClientOptions options =
                new HttpClientOptions().setSsl(true).setVerifyHost(true).setConnectTimeout((int) CONNECT.toMillis());
        options.setEnabledSecureTransportProtocols(TLS);
        options.setTrustOptions(new PemTrustOptions().addCertPath(tls.ca().toString()));
        options.setKeyCertOptions(new PemKeyCertOptions()
                .addCertPath(tls.certificate().toString())
                .addKeyPath(tls.key().toString()));
        return vertx.createHttpClient(options);
    }
}
