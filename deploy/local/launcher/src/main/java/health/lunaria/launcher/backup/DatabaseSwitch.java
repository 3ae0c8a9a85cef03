package health.lunaria.launcher.backup;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.postgres.Administration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/**
 * Restored databases come into being beside those in use and take their place all at once: renaming is transactional in
 * PostgreSQL, so a crash leaves the old ones or the new ones.
 */
final class DatabaseSwitch {

    private static final String RESTORED = "_restored";
    private static final String REPLACED = "_replaced";

    private final Administration administration;

    DatabaseSwitch(Administration administration) {
        this.administration = administration;
    }

    static String restored(String database) {
        return database + RESTORED;
    }

    Connection connect(String database) throws SQLException {
        return administration.connect(database, BackupCommand.STATEMENT_PATIENCE);
    }

    /** An empty database, owned by the role that the one it will replace belongs to. */
    void create(String database) {
        drop(restored(database));
        run(
                "create database " + restored(database) + " owner " + database,
                "revoke all on database " + restored(database) + " from public");
    }

    /** Ends every session of all of them, and puts the restored ones in their place. */
    void complete(Collection<String> databases) {
        databases.forEach(database -> drop(database + REPLACED));
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String database : databases) {
                endSessions(statement, database);
                endSessions(statement, restored(database));
            }
            for (String database : databases) {
                if (exists(statement, database)) {
                    statement.execute("alter database " + database + " rename to " + database + REPLACED);
                }
                statement.execute("alter database " + restored(database) + " rename to " + database);
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new LauncherException(
                    "The restored databases did not take their place; those before are in use", failed);
        }
    }

    /** What was replaced, and what an earlier restore left behind. */
    void dropLeftovers(Collection<String> databases) {
        databases.forEach(database -> {
            drop(database + REPLACED);
            drop(restored(database));
        });
    }

    private void drop(String database) {
        run("drop database if exists " + database + " with (force)");
    }

    private static void endSessions(Statement statement, String database) throws SQLException {
        statement.execute(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + database + "'");
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
            return rows.next();
        }
    }

    private void run(String... statements) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new LauncherException("PostgreSQL refused: " + failed.getMessage(), failed);
        }
    }
}
