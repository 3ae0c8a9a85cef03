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
import java.time.Duration;
import java.util.Properties;

/** Audit events of cycle-service that wait for their delivery: work that was put off and must not be forgotten here. */
final class Outbox implements AutoCloseable {

    private final Connection connection;

    Outbox(Stack stack) {
        int port = stack.parts().stream()
                .filter(part -> part.name().equals("postgres"))
                .mapToInt(Part::port)
                .findFirst()
                .orElseThrow();
        Properties properties = new Properties();
        properties.setProperty("user", "cycle");
        properties.setProperty("password", stack.secrets().text(Databases.secret("cycle")));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", stack.home().caCertificate().toString());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        try {
            connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/cycle", properties);
        } catch (SQLException failed) {
            throw new LauncherException("The outbox cannot be looked into: " + failed.getMessage(), failed);
        }
    }

    int waiting() {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from outbox");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new LauncherException("The outbox cannot be looked into: " + failed.getMessage(), failed);
        }
    }

    /** @throws LauncherException if it is not empty in time */
    void awaitEmpty(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (waiting() > 0) {
            if (System.nanoTime() > until) {
                throw new LauncherException("Audit events are not delivered");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LauncherException("Interrupted");
            }
        }
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
