package health.lunaria.launcher.keycloak;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/**
 * Gives a realm of an earlier version of this stack what is new in {@link Realm}, since Keycloak imports a realm once only. It
 * works on Keycloak's tables while that does not run: no administrator has to be made, who could be forgotten there.
 */
final class RealmUpgrade {

    private static final String SCRIPT = "/keycloak/upgrade.sql";

    private RealmUpgrade() {}

    /** @param settings of Keycloak, of which those of its database are used */
    static void run(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.get("db-username"));
        properties.setProperty("password", settings.get("db-password"));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        try (Connection connection = DriverManager.getConnection(settings.get("db-url"), properties);
                Statement statement = connection.createStatement()) {
            if (hasRealms(statement)) {
                statement.execute(script());
            }
        } catch (SQLException failed) {
            throw new LauncherException("Keycloak's realm cannot be upgraded: " + failed.getMessage(), failed);
        }
    }

    private static boolean hasRealms(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('realm') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** Several statements sent at once are one transaction. */
    private static String script() {
        try (InputStream script = RealmUpgrade.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
