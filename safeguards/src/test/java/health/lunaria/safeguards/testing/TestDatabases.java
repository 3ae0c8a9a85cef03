package health.lunaria.safeguards.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** A real PostgreSQL for one test run, with a service's two databases; gone when the JVM ends. */
public final class TestDatabases {

    private static final String DATA = "service";
    private static final String KEYRING = "service_keyring";

    private static TestDatabases running;

    private final EmbeddedPostgres postgres;

    private TestDatabases(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it at the first call. */
    public static synchronized TestDatabases start() {
        if (running == null) {
            running = new TestDatabases(newPostgres());
            running.execute("create database " + DATA);
            running.execute("create database " + KEYRING);
        }
        return running;
    }

    /** The service's data, for a test that has to look or to tamper behind its back. */
    public DataSource data() {
        return postgres.getDatabase("postgres", DATA);
    }

    /** The service's keyring, for a test that has to look or to tamper behind its back. */
    public DataSource keyring() {
        return postgres.getDatabase("postgres", KEYRING);
    }

    Map<String, String> properties() {
        return Map.of(
                "lunaria.database.host", "localhost:" + postgres.getPort(),
                "lunaria.database.name", DATA,
                "lunaria.database.username", "postgres",
                "lunaria.database.password", "postgres",
                "lunaria.keyring.name", KEYRING,
                "lunaria.keyring.username", "postgres",
                "lunaria.keyring.password", "postgres");
    }

    private void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static EmbeddedPostgres newPostgres() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
