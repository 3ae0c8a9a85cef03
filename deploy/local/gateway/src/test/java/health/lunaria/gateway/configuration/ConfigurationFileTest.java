package health.lunaria.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.fixture.GatewayFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {

    @TempDir
    private Path directory;

    private Map<String, String> properties;

    @BeforeEach
    void startFromGoodProperties() throws IOException {
        for (String name : new String[] {"a.crt", "a.key", "ca.pem"}) {
            Files.setPosixFilePermissions(
                    Files.createFile(directory.resolve(name)), PosixFilePermissions.fromString("rw-------"));
        }
        properties = new TreeMap<>(Map.of(
                "host", "127.0.0.1",
                "port", "8443",
                "management-port", "8444",
                "tls.certificate", directory.resolve("a.crt").toString(),
                "tls.key", directory.resolve("a.key").toString(),
                "tls.ca", directory.resolve("ca.pem").toString(),
                "routes", GatewayFixture.manifest().toString(),
                "backend.keycloak", "http://127.0.0.1:8080",
                "backend.keycloak.readiness", "http://127.0.0.1:9000/auth/health/ready"));
    }

    @Test
    void theOptionalPropertiesHaveSafeDefaults() throws IOException {
        GatewayConfiguration configuration = read();
        assertThat(configuration.corsOrigins()).isEmpty();
        assertThat(configuration.openApiDirectory()).isEmpty();
        assertThat(configuration.limits().body()).isEqualTo(1_048_576);
        assertThat(configuration.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.backends().get("keycloak").tls()).isFalse();
    }

    @Test
    void everyOptionalPropertyIsRead() throws IOException {
        properties.put("backend.cycle-service", "https://localhost:9443");
        properties.put("backend.cycle-service.readiness", "http://127.0.0.1:9444/q/health/ready");
        properties.put("docs.enabled", "true");
        properties.put("docs.openapi-directory", directory.toString());
        properties.put("cors.origins", "http://localhost:5173, https://app.example");
        properties.put("limits.body", "10");
        properties.put("limits.drain-timeout", "1500ms");
        GatewayConfiguration configuration = read();
        assertThat(configuration.backends().get("cycle-service").tls()).isTrue();
        assertThat(configuration.backends().get("cycle-service").port()).isEqualTo(9443);
        assertThat(configuration.openApiDirectory()).contains(directory);
        assertThat(configuration.corsOrigins()).containsExactly("http://localhost:5173", "https://app.example");
        assertThat(configuration.limits().body()).isEqualTo(10);
        assertThat(configuration.limits().drainTimeout()).isEqualTo(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "port",
                "management-port",
                "tls.certificate",
                "tls.key",
                "tls.ca",
                "routes",
                "backend.keycloak",
                "backend.keycloak.readiness"
            })
    void everyMandatoryPropertyIsAskedFor(String name) {
        properties.remove(name);
        assertThatThrownBy(this::read).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "host, 0.0.0.0",
        "host, 192.0.2.1",
        "port, 65536",
        "port, eight",
        "management-port, -1",
        "tls.key, /does/not/exist",
        "routes, /does/not/exist",
        "backend.keycloak, http://192.0.2.1:80",
        "backend.keycloak, http://localhost",
        "backend.keycloak, http://localhost:80/path",
        "backend.keycloak, http://u:p@localhost:80",
        "backend.keycloak, ftp://localhost:80",
        "backend.keycloak, http://local host:80",
        "backend.keycloak.readiness, https://localhost:80/x",
        "backend.keycloak.readiness, http://example.org:80/x",
        "docs.enabled, yes",
        "docs.enabled, true",
        "cors.origins, *",
        "cors.origins, null",
        "cors.origins, http://localhost:5173/",
        "limits.body, 0",
        "limits.body, -5",
        "limits.body, 99999999999",
        "limits.request-timeout, 30",
        "limits.request-timeout, 0s",
        "limits.burst, 1",
        "limits.bodies, 1",
        "tls.password, x",
        "backend.UPPER, http://localhost:1"
    })
    void whatDoesNotFitIsRefusedWithoutEchoingIt(String name, String value) {
        properties.put(name, value);
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .matches(message -> value.length() < 5 || !message.contains(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------", "rw-rw----"})
    void filesThatOthersMayReadAreRefused(String permissions) throws IOException {
        read();
        Files.setPosixFilePermissions(directory.resolve("a.key"), PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(this::read).hasMessageContaining("tls.key").hasMessageContaining("600");

        Files.setPosixFilePermissions(directory.resolve("a.key"), PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> read(permissions)).hasMessageContaining("600");
    }

    @Test
    void aMissingFileIsTold() {
        Path missing = directory.resolve("none.properties");
        assertThatThrownBy(() -> ConfigurationFile.read(missing)).isInstanceOf(ConfigurationException.class);
    }

    private GatewayConfiguration read() throws IOException {
        return read("rw-------");
    }

    private GatewayConfiguration read(String permissions) throws IOException {
        Properties all = new Properties();
        all.putAll(properties);
        Path file = directory.resolve("gateway.properties");
        try (var out = Files.newOutputStream(file)) {
            all.store(out, null);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return ConfigurationFile.read(file);
    }
}
