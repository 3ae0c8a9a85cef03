package health.lunaria.launcher;

import health.lunaria.launcher.keycloak.KeycloakPart;
import health.lunaria.launcher.process.Probe;
import health.lunaria.launcher.tls.Certificates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only part that others than the stack itself talk to. */
public final class GatewayPart implements Part {

    public static final String NAME = "gateway";

    private static final int MIB = 1024 * 1024;
    private static final Path JAR = Path.of("deploy/local/gateway/target/gateway-0.1.0-SNAPSHOT.jar");
    private static final Path ROUTES = Path.of("deploy/kubernetes/base/httproute.yaml");
    private static final Path OPENAPI = Path.of("docs/api");

    private final Home home;
    private final Ports ports;
    private final Certificates certificates;
    private final List<ServicePart> services;
    private final KeycloakPart keycloak;

    GatewayPart(Home home, Ports ports, Certificates certificates, List<ServicePart> services, KeycloakPart keycloak) {
        this.home = home;
        this.ports = ports;
        this.certificates = certificates;
        this.services = services;
        this.keycloak = keycloak;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return home.port();
    }

    @Override
    public void prepare() {
        Jvm.forgetOutdated(archive(), jar());
        Map<String, String> properties = new HashMap<>();
        properties.put("host", "127.0.0.1");
        properties.put("port", Integer.toString(home.port()));
        properties.put("management-port", Integer.toString(managementPort()));
        properties.put("tls.certificate", certificates.certificate(NAME).toString());
        properties.put("tls.key", certificates.key(NAME).toString());
        properties.put("tls.ca", home.caCertificate().toString());
        properties.put("routes", home.repository().resolve(ROUTES).toString());
        for (ServicePart service : services) {
            properties.put("backend." + service.name(), service.url());
            properties.put("backend." + service.name() + ".readiness", service.readinessUrl());
        }
        properties.put("backend.keycloak", keycloak.url());
        properties.put("backend.keycloak.readiness", keycloak.readinessUrl());
        properties.put("docs.enabled", "true");
        properties.put(
                "docs.openapi-directory", home.repository().resolve(OPENAPI).toString());
        properties.put("cors.origins", "http://localhost:5173");
        properties.put("limits.downloads", "/v1/profile/exports");
        properties.put("limits.upload./v1/cycle/attachments", Integer.toString(20 * MIB));
        properties.put("limits.upload./v1/cycle/imports", Integer.toString(256 * MIB));
        // Everybody on one machine has one address.
        properties.put("limits.requests-per-second", "5000");
        properties.put("limits.burst", "10000");
        PrivateFiles.write(configFile(), properties);
    }

    private int managementPort() {
        return ports.of(NAME + "-management");
    }

    private Path jar() {
        return home.repository().resolve(JAR);
    }

    private Path archive() {
        return home.cache().resolve(NAME + ".jsa");
    }

    private Path configFile() {
        return home.config(NAME).resolve("gateway.properties");
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(Jvm.command(128, archive()));
        command.add("-jar");
        command.add(jar().toString());
        command.add(configFile().toString());
        return command;
    }

    @Override
    public Optional<Path> program() {
        return Optional.of(jar());
    }

    @Override
    public boolean isReady() {
        return Probe.isUp("http://127.0.0.1:" + managementPort() + "/health");
    }
}
