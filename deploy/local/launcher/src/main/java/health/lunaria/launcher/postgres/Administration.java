package health.lunaria.launcher.postgres;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Secrets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/** What only the database's superuser can do. Names of databases are constants of ours, so SQL can be built from them. */
public final class Administration {

    private static final int CONNECTIONS_PER_ROLE = 30;

    private final int port;
    private final Secrets secrets;
    private final Path ca;

    Administration(int port, Secrets secrets, Path ca) {
        this.port = port;
        this.secrets = secrets;
        this.ca = ca;
    }

    boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Makes roles and databases that are missing and sets their rights anew. */
    void provide(List<String> databases) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : databases) {
                provide(statement, name);
            }
        } catch (SQLException failed) {
            throw new LauncherException("The databases cannot be made: " + failed.getMessage(), failed);
        }
    }

    /** Makes the role of the job that turns epochs, and sets its rights anew: wrapped keys it moves, and makes none. */
    void provideEpochJob() {
        try {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_reload_conf()");
                // Counting the keys of millions takes a while, and nobody waits for it.
                provideRole(statement, Databases.EPOCH_JOB, "10min");
                for (String keyring : Databases.KEYRINGS) {
                    statement.execute("grant connect on database " + keyring + " to " + Databases.EPOCH_JOB);
                }
            }
            for (String keyring : Databases.KEYRINGS) {
                grantTurning(keyring);
            }
        } catch (SQLException failed) {
            throw new LauncherException("The job's role cannot be made: " + failed.getMessage(), failed);
        }
    }

    private void grantTurning(String keyring) throws SQLException {
        try (Connection connection = connect(keyring);
                Statement statement = connection.createStatement()) {
            String to = " to " + Databases.EPOCH_JOB;
            statement.execute("revoke all on all tables in schema public from " + Databases.EPOCH_JOB);
            statement.execute("grant usage on schema public" + to);
            statement.execute("grant select, insert, update on epoch" + to);
            statement.execute("grant select, insert, delete on shard_key" + to);
            statement.execute("grant select, update (epoch, wrapped) on subject_key, service_key" + to);
        }
    }

    private void provideRole(Statement statement, String name, String statementTimeout) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name + " login");
        }
        statement.execute("alter role " + name + " nosuperuser nocreatedb nocreaterole noreplication connection limit "
                + CONNECTIONS_PER_ROLE);
        // The driver sends a SCRAM verifier: the password itself never reaches the server.
        statement
                .getConnection()
                .unwrap(PGConnection.class)
                .alterUserPassword(name, secrets.text(Databases.secret(name)).toCharArray(), "scram-sha-256");
        statement.execute("alter role " + name + " set statement_timeout = '" + statementTimeout + "'");
        statement.execute("alter role " + name + " set lock_timeout = '10s'");
        statement.execute("alter role " + name + " set idle_in_transaction_session_timeout = '60s'");
    }

    private void provide(Statement statement, String name) throws SQLException {
        provideRole(statement, name, "30s");
        if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
            statement.execute("create database " + name + " owner " + name);
        }
        statement.execute("revoke all on database " + name + " from public");
    }

    /** The value of a setting, e.g. {@code fsync}. */
    public String show(String setting) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new LauncherException("PostgreSQL does not answer: " + failed.getMessage(), failed);
        }
    }

    /** The number of a database, which is the name of its folder below {@code base}. */
    public long databaseNumber(String name) {
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement("select oid from pg_database where datname = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new LauncherException("PostgreSQL does not answer: " + failed.getMessage(), failed);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect() throws SQLException {
        return connect("postgres");
    }

    private Connection connect(String database) throws SQLException {
        return connect(database, Duration.ofSeconds(30));
    }

    /**
     * As the superuser.
     *
     * @param patience how long one statement may take
     */
    public Connection connect(String database, Duration patience) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", secrets.text("postgres"));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", ca.toString());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", Long.toString(patience.toSeconds()));
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, properties);
    }
}
