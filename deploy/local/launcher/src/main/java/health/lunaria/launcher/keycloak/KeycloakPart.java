package health.lunaria.launcher.keycloak;

import health.lunaria.launcher.Archives;
import health.lunaria.launcher.Home;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Part;
import health.lunaria.launcher.Ports;
import health.lunaria.launcher.PrivateFiles;
import health.lunaria.launcher.Secrets;
import health.lunaria.launcher.postgres.Databases;
import health.lunaria.launcher.process.Probe;
import health.lunaria.launcher.process.Processes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak as the OpenID provider: unpacked and prebuilt once into the cache, with its own settings and realm in the home.
 * It has no administrator; the realm comes from a file, users by the realm's own client {@code lunaria-launcher}.
 */
public final class KeycloakPart implements Part {

    public static final String NAME = "keycloak";

    private static final Path DISTRIBUTION = Path.of("deploy/local/launcher/target/distributions/keycloak.tar.gz");
    private static final String REALM_PATH = "/auth/realms/lunaria";
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(5);
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--http-relative-path=/auth", "--cache=local");

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    public KeycloakPart(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return ports.of(NAME);
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** What tokens name as their issuer: the address behind the gateway. */
    public String issuer() {
        return home.url() + REALM_PATH;
    }

    public String jwksUrl() {
        return realmUrl() + "/protocol/openid-connect/certs";
    }

    /** Where services ask, past the gateway. */
    public String realmUrl() {
        return url() + REALM_PATH;
    }

    /** The gateway lets nobody there. */
    public String adminUrl() {
        return url() + "/auth/admin/realms/lunaria";
    }

    public KeycloakUsers users() {
        return new KeycloakUsers(url(), secrets);
    }

    @Override
    public void prepare() {
        Path built = provideBuilt();
        Path own = PrivateFiles.directory(home.in(NAME));
        for (String shared : List.of("lib", "providers", "themes")) {
            link(own.resolve(shared), built.resolve(shared));
        }
        PrivateFiles.write(own.resolve("conf/keycloak.conf"), settings());
        RealmUpgrade.run(settings());
        PrivateFiles.write(realmFile(), new Realm(home.url(), secrets).render());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("db", "postgres");
        settings.put(
                "db-url",
                "jdbc:postgresql://localhost:" + ports.of("postgres") + "/" + Databases.KEYCLOAK
                        + "?sslmode=verify-full&sslrootcert=" + home.caCertificate());
        settings.put("db-username", Databases.KEYCLOAK);
        settings.put("db-password", secrets.text(Databases.secret(Databases.KEYCLOAK)));
        settings.put("db-pool-initial-size", "2");
        settings.put("db-pool-max-size", "20");
        settings.put("http-enabled", "true");
        settings.put("http-host", "127.0.0.1");
        settings.put("http-port", Integer.toString(port()));
        settings.put("http-management-port", Integer.toString(managementPort()));
        settings.put("hostname", home.url() + "/auth");
        settings.put("hostname-backchannel-dynamic", "true");
        settings.put("proxy-headers", "xforwarded");
        return settings;
    }

    public String readinessUrl() {
        return "http://127.0.0.1:" + managementPort() + "/auth/health/ready";
    }

    private int managementPort() {
        return ports.of(NAME + "-management");
    }

    private Path realmFile() {
        return home.in(NAME).resolve("data/import/lunaria-realm.json");
    }

    @Override
    public List<String> command() {
        List<String> command = command(home.in(NAME));
        command.addAll(List.of("start", "--optimized", "--import-realm"));
        return command;
    }

    @Override
    public boolean isReady() {
        return Probe.isUp(readinessUrl());
    }

    /** The file with the clients' secrets is read at the start only. */
    @Override
    public void complete() {
        try {
            Files.deleteIfExists(realmFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As bin/kc.sh runs it, but in one process instead of two, and smaller. */
    private static List<String> command(Path keycloakHome) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + keycloakHome,
                "-Djboss.server.config.dir=" + keycloakHome.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                keycloakHome.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    }

    /** Unpacks and builds once; the directory appears under its name only when all went well. */
    private Path provideBuilt() {
        Path built = home.cache().resolve("keycloak-built");
        if (Files.isDirectory(built)) {
            return built;
        }
        Path unfinished =
                home.cache().resolve(".keycloak-" + ProcessHandle.current().pid());
        Archives.delete(unfinished);
        unpack(unfinished);
        Path unpacked = onlyDirectoryIn(unfinished);
        List<String> build = command(unpacked);
        build.add("build");
        build.addAll(BUILD_OPTIONS);
        if (Processes.run(build, Map.of(), home.log(NAME), BUILD_PATIENCE) != 0) {
            throw new LauncherException("Keycloak cannot be built; see " + home.log(NAME));
        }
        try {
            Files.move(unpacked, built);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Archives.delete(unfinished);
        return built;
    }

    private void unpack(Path target) {
        Path packed = home.repository().resolve(DISTRIBUTION);
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(packed)))) {
            Archives.unpack(in, target);
        } catch (IOException failed) {
            throw new LauncherException("Keycloak's distribution is missing: build the project first", failed);
        }
    }

    private static Path onlyDirectoryIn(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findFirst().orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void link(Path link, Path target) {
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
