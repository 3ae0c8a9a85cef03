package health.lunaria.safeguards.encryption;

import health.lunaria.kms.Config;
import health.lunaria.kms.DevelopmentKms;
import health.lunaria.kms.Principal;
import health.lunaria.safeguards.encryption.KeyCache.Lifetime;
import health.lunaria.safeguards.testing.TestDatabases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** A keyring in a real PostgreSQL and a real KMS, without a service around them. */
public final class RealKeys implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Principal SERVICE = new Principal(TestKeys.SERVICE, "service-id", "service-secret");
    private static final Principal ADMINISTRATOR =
            new Principal("administrator", "administrator-id", "administrator-secret");
    private static final Principal EPOCH_JOB = new Principal("epoch-job", "epoch-job-id", "epoch-job-secret");
    private static final List<String> TABLES = List.of("epoch", "shard_key", "subject_key", "service_key");

    private final PGSimpleDataSource dataSource =
            (PGSimpleDataSource) TestDatabases.start().keyring();
    private final KmsAsyncClient client;
    private final KmsAsyncClient job;
    private Config config;
    private DevelopmentKms server;

    final Pool pool;
    final Kms kms;
    Keyring keyring;

    public RealKeys(Path directory) {
        config = new Config(
                "test",
                0,
                "eu-west-1",
                directory,
                TestKeys.bytes(1),
                ADMINISTRATOR,
                List.of(SERVICE),
                EPOCH_JOB,
                Clock.systemUTC());
        server = DevelopmentKms.start(config);
        config = config.withPort(server.port());
        client = clientOf(SERVICE);
        job = clientOf(EPOCH_JOB);
        pool = new Pool(PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(dataSource.getPortNumbers()[0])
                        .setDatabase(dataSource.getDatabaseName())
                        .setUser("postgres")
                        .setPassword("postgres"))
                .with(new PoolOptions().setMaxSize(12))
                .build());
        keyring = new Keyring(pool, server.createKey(SERVICE.name()));
        kms = new AwsKms(client);
    }

    private KmsAsyncClient clientOf(Principal principal) {
        return KmsAsyncClient.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(principal.accessKeyId(), principal.secretAccessKey())))
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(10)))
                .build();
    }

    /** A turn as the job does it: with the right to let keys go, and few keys at a time. */
    EpochTurn turn(Kms withKms) {
        return new EpochTurn(
                TestKeys.SERVICE,
                keyring,
                new EpochRows(pool),
                new RewrapRows(pool),
                withKms,
                new AwsKmsKeyDeletion(job),
                3);
    }

    /** As the job has it, few keys at a time. */
    public JobKeyring jobKeyring() {
        KmsAccess access = new KmsAccess(
                URI.create(server.endpoint()), config.region(), EPOCH_JOB.accessKeyId(), EPOCH_JOB.secretAccessKey());
        return JobKeyring.of(TestKeys.SERVICE, pool, access, 3);
    }

    /** How many keys KMS has, whatever their state. */
    public int kmsKeys() {
        return job.listKeys().join().keys().size();
    }

    /** With the rights of a service only. */
    KmsKeyDeletion deletionByTheService() {
        return new AwsKmsKeyDeletion(client);
    }

    SubjectKeySource subjectKeys() {
        return new StoredSubjectKeys(TestKeys.SERVICE, keyring, new StoredShardKeys(TestKeys.SERVICE, keyring, kms));
    }

    /** People who come, come again and are erased, as a service serves them. */
    public KeyringModel people() {
        return new KeyringModel(subjectKeys(), erasure());
    }

    CachingSubjectKeys cachingSubjectKeys() {
        return new CachingSubjectKeys(
                subjectKeys(),
                new KeyCache<>(
                        "subject",
                        new Lifetime(Duration.ofHours(1), 0),
                        100,
                        SubjectKey::copy,
                        SubjectKey::destroy,
                        new SimpleMeterRegistry()));
    }

    SubjectKeyErasure erasure() {
        return new SubjectKeyErasure(keyring, cachingSubjectKeys());
    }

    /** Copies the tables as they are now. */
    public void backUp() {
        execute("drop schema if exists backup cascade");
        execute("create schema backup");
        TABLES.forEach(table -> execute("create table backup." + table + " as table " + table));
    }

    /** Puts the copy into the place of what is there, and what is there into the copy. */
    public void exchangeWithBackUp() {
        TABLES.forEach(table -> execute("alter table backup." + table + " rename to " + table + "_then"));
        TABLES.forEach(table -> execute("create table backup." + table + " as table " + table));
        execute("truncate " + String.join(", ", TABLES));
        TABLES.forEach(table -> execute("insert into " + table + " select * from backup." + table + "_then"));
        TABLES.forEach(table -> execute("drop table backup." + table + "_then"));
    }

    /** As a transaction of somebody else would that takes its time. */
    <T> T whileHeld(String lock, Supplier<T> work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            T result = work.get();
            connection.rollback();
            return result;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Much quicker than {@link #emptyKeyring}, for whoever leaves the tables as they are. The first epoch gets a new key in KMS, as
     * the one before may have been let go.
     */
    public void startAnew() {
        execute("truncate erased_subject, " + String.join(", ", TABLES));
        keyring = new Keyring(pool, newKmsKey());
    }

    /** So many days later the KMS has deleted this key for good, if it was to go by then. */
    void letKmsForget(String keyId, int days) {
        server.close();
        Config later = new Config(
                config.profile(),
                config.port(),
                config.region(),
                config.directory(),
                config.rootSecret(),
                config.administrator(),
                config.services(),
                config.epochJob(),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
        try (DevelopmentKms then = DevelopmentKms.start(later)) {
            then.publicKey(keyId);
        } catch (RuntimeException noSigningKey) {
            // Only that it looks for the key matters: it deletes one whose time is over.
        } finally {
            server = DevelopmentKms.start(config);
        }
    }

    /** As a network would that fails: connections to the keyring end now, of which this holds in pg_stat_activity. */
    void cutConnections(String condition) {
        query("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid() and " + condition);
    }

    public void emptyKeyring() {
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

    public void whileKmsIsAway(Runnable work) {
        server.close();
        try {
            work.run();
        } finally {
            server = DevelopmentKms.start(config);
        }
    }

    /** Alters rows behind the product's back; gives the number of rows that were changed. */
    public int execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long count(String table) {
        return query("select count(*) from " + table);
    }

    private long query(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("What was waited for did not come");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        server.close();
        client.close();
        job.close();
        await(pool.close());
    }
}
