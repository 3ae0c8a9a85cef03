package health.lunaria.safeguards.encryption;

import health.lunaria.kms.Config;
import health.lunaria.kms.DevelopmentKms;
import health.lunaria.kms.Principal;
import health.lunaria.safeguards.testing.TestDatabases;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** A keyring in a real PostgreSQL and a real KMS, without a service around them. */
final class RealKeys implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Principal SERVICE = new Principal("service", "service-id", "service-secret");

    private final PGSimpleDataSource dataSource =
            (PGSimpleDataSource) TestDatabases.start().keyring();
    private final Pool pool;
    private final KmsAsyncClient client;
    private Config config;
    private DevelopmentKms server;

    final Keyring keyring;
    final Kms kms;

    RealKeys(Path directory) {
        config = new Config(
                "test",
                0,
                "eu-west-1",
                directory,
                TestKeys.bytes(1),
                new Principal("administrator", "administrator-id", "administrator-secret"),
                List.of(SERVICE),
                Clock.systemUTC());
        server = DevelopmentKms.start(config);
        config = config.withPort(server.port());
        client = KmsAsyncClient.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(SERVICE.accessKeyId(), SERVICE.secretAccessKey())))
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(10)))
                .build();
        pool = new Pool(PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(dataSource.getPortNumbers()[0])
                        .setDatabase(dataSource.getDatabaseName())
                        .setUser("postgres")
                        .setPassword("postgres"))
                .with(new PoolOptions().setMaxSize(5))
                .build());
        keyring = new Keyring(pool, server.createKey(SERVICE.name()));
        kms = new AwsKms(client);
    }

    void emptyKeyring() {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/keyring/migration")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
    }

    String newKmsKey() {
        return server.createKey(SERVICE.name());
    }

    void whileKmsIsAway(Runnable work) {
        server.close();
        try {
            work.run();
        } finally {
            server = DevelopmentKms.start(config);
        }
    }

    /** Alters rows behind the product's back; gives the number of rows that were changed. */
    int execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long count(String table) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        server.close();
        client.close();
        await(pool.close());
    }
}
