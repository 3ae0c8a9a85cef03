package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Part;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.postgres.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A service's database, with the service's own rights. */
final class Database implements AutoCloseable {

    private final Connection connection;

    /** @param name of the database and of the role that owns it */
    Database(Stack stack, String name) {
        int port = stack.parts().stream()
                .filter(part -> part.name().equals("postgres"))
                .mapToInt(Part::port)
                .findFirst()
                .orElseThrow();
        Properties properties = new Properties();
        properties.setProperty("user", name);
        properties.setProperty("password", stack.secrets().text(Databases.secret(name)));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", stack.home().caCertificate().toString());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        try {
            connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + name, properties);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** The first column of the first row. */
    long number(String query, Object... parameters) {
        return numbers(query, parameters).get(0);
    }

    /** The first column of all rows. */
    List<Long> numbers(String query, Object... parameters) {
        try (PreparedStatement statement = prepare(query, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    void change(String statement, Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            prepared.executeUpdate();
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** All of the work or nothing of it. */
    void inTransaction(Runnable work) {
        try {
            connection.setAutoCommit(false);
            work.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static LauncherException failed(SQLException failed) {
        return new LauncherException("The database cannot be used: " + failed.getMessage(), failed);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // As wanted.
        }
    }
}
