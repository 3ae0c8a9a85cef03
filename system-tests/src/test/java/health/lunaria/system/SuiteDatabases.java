package health.lunaria.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** Looks into the databases of the running suite, or tampers with them, behind its back. */
final class SuiteDatabases {

    private static final String SUPERUSER = "postgres";

    private final Suite suite;

    SuiteDatabases(Suite suite) {
        this.suite = suite;
    }

    /** As who may do everything. */
    Connection connect(String database) throws SQLException {
        return connect(SUPERUSER, database);
    }

    /** As a role of the suite, which may reach its own database only. */
    Connection connect(String role, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty(
                "password",
                role.equals(SUPERUSER) ? suite.stack().secrets().text(SUPERUSER) : suite.databasePassword(role));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty(
                "sslrootcert", suite.stack().home().caCertificate().toString());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + suite.stack().postgres().port() + "/" + database, properties);
    }

    /** The first column of the only row. */
    long number(String database, String query, Object... parameters) {
        try (Connection connection = connect(database);
                PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void change(String database, String sql, Object... parameters) {
        try (Connection connection = connect(database)) {
            change(connection, sql, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** In a transaction that the caller ends. */
    void change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
