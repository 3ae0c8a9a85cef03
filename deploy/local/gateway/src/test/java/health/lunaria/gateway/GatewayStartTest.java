package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.configuration.ConfigurationException;
import health.lunaria.gateway.fixture.GatewayFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Properties, manifest and certificates that are fine each, but do not fit together. */
class GatewayStartTest {

    @TempDir
    private Path directory;

    private GatewayFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new GatewayFixture(directory);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void everyRoutedBackendMustBeConfigured() throws IOException {
        String manifest = Files.readString(GatewayFixture.manifest()).replace("audit-service", "other-service");
        fixture.with(
                "routes",
                Files.writeString(directory.resolve("routes.yaml"), manifest).toString());
        assertRefused("backend.other-service is not configured");
    }

    @Test
    void everyConfiguredBackendMustBeRouted() {
        fixture.with("backend.extra", "http://localhost:1").with("backend.extra.readiness", "http://localhost:1/x");
        assertRefused("backend.extra is configured, but nothing is routed to it");
    }

    @Test
    void noRouteMayWaitLongerThanConnectionsLive() {
        fixture.with("limits.idle-timeout", "30s");
        assertRefused("limits.idle-timeout");
    }

    @Test
    void theAuthorityMustHoldACertificate() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        fixture.with("tls.ca", empty.toString());
        assertRefused("tls.ca");
    }

    @Test
    void aTakenPortIsAFailure() {
        fixture.start();
        try (GatewayFixture second = new GatewayFixture(Files.createDirectory(directory.resolve("second")))) {
            second.with("port", String.valueOf(fixture.gateway().port()));
            assertThatThrownBy(second::start).hasCauseInstanceOf(IOException.class);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void assertRefused(String message) {
        assertThatThrownBy(fixture::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }
}
