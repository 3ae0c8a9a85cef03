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

/** What the load left behind in the database of cycle-service. */
final class CycleDatabase implements AutoCloseable {

    private final Connection connection;

    CycleDatabase(Stack stack) {
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
            throw new LauncherException("The database cannot be looked into: " + failed.getMessage(), failed);
        }
    }

    /** Months that somebody who can read the database can read as well. */
    int readableMonths() {
        return count("select count(*) from day_month where position('temperatureCelsius'::bytea in sealed) > 0");
    }

    /** Audit events that wait for their delivery: work that was put off and must not be forgotten. */
    int waitingEvents() {
        return count("select count(*) from outbox");
    }

    private int count(String query) {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new LauncherException("The database cannot be looked into: " + failed.getMessage(), failed);
        }
    }

    /** @throws LauncherException if not all events are delivered in time */
    void awaitDelivery(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (waitingEvents() > 0) {
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
