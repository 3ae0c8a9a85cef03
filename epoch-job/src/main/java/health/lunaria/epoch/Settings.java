package health.lunaria.epoch;

import health.lunaria.safeguards.encryption.KmsAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * What one run works with, from a properties file: it holds secrets, so nothing of it stands in arguments.
 *
 * @param service whose keyring is turned
 * @param length an open epoch that is older is closed; zero for every one
 * @param batch keys that are moved in one transaction at most
 * @param patience after which the run gives up; the next one goes on where it was
 * @param auditUrl of audit-service
 */
record Settings(
        String service,
        Duration length,
        int batch,
        Duration patience,
        Database keyring,
        KmsAccess kms,
        Tls tls,
        URI auditUrl) {

    private static final String LONGEST_EPOCH = "14d";
    private static final String BATCH = "500";
    private static final String PATIENCE = "6h";

    /** @param host and port, e.g. {@code localhost:5432} */
    record Database(String host, String name, String username, String password, Path ca) {

        @Override
        public String toString() {
            return "Database[redacted]";
        }
    }

    /** The job's own certificate, and who is trusted. */
    record Tls(Path ca, Path certificate, Path key) {}

    /** @throws IllegalArgumentException naming the property that is missing or no value */
    static Settings of(Properties properties) {
        return new Settings(
                required(properties, "lunaria.epoch.service"),
                duration("lunaria.epoch.length", properties.getProperty("lunaria.epoch.length", LONGEST_EPOCH)),
                batch(properties.getProperty("lunaria.epoch.batch", BATCH)),
                duration("lunaria.epoch.patience", properties.getProperty("lunaria.epoch.patience", PATIENCE)),
                new Database(
                        required(properties, "lunaria.database.host"),
                        required(properties, "lunaria.keyring.name"),
                        required(properties, "lunaria.keyring.username"),
                        required(properties, "lunaria.keyring.password"),
                        Path.of(required(properties, "lunaria.database.ca"))),
                new KmsAccess(
                        URI.create(required(properties, "lunaria.kms.endpoint")),
                        required(properties, "lunaria.kms.region"),
                        required(properties, "lunaria.kms.access-key-id"),
                        required(properties, "lunaria.kms.secret-access-key")),
                new Tls(
                        Path.of(required(properties, "lunaria.tls.ca")),
                        Path.of(required(properties, "lunaria.tls.certificate")),
                        Path.of(required(properties, "lunaria.tls.key"))),
                URI.create(required(properties, "lunaria.peers.audit")));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The property " + name + " is missing");
        }
        return value.strip();
    }

    private static int batch(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("The property lunaria.epoch.batch is not between 1 and 9999");
        }
        return Integer.parseInt(text);
    }

    /** E.g. {@code 14d}, {@code 6h}, {@code 0s}. */
    private static Duration duration(String name, String text) {
        if (!text.matches("[0-9]{1,6}[dhms]")) {
            throw new IllegalArgumentException("The property " + name + " is not a duration as 14d, 6h, 10m or 0s");
        }
        return Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
    }

    @Override
    public String toString() {
        return "Settings[" + service + "]";
    }
}
