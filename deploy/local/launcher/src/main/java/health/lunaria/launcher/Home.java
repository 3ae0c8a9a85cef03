package health.lunaria.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything of one local stack lives: state, logs, secrets. Only its owner can look into it.
 *
 * @param repository the checkout with the built parts
 * @param directory {@code LUNARIA_HOME}, by default {@code .lunaria} in the checkout
 * @param cache unpacked PostgreSQL and prebuilt Keycloak; may be shared between homes
 * @param port where the gateway listens
 */
public record Home(Path repository, Path directory, Path cache, int port) {

    private static final int DEFAULT_PORT = 8443;

    public Home {
        PrivateFiles.directory(directory);
        PrivateFiles.directory(cache);
    }

    /** @throws LauncherException if {@code LUNARIA_PORT} is no port */
    public static Home of(Path repository, Map<String, String> environment) {
        Path directory = absolute(repository, environment.getOrDefault("LUNARIA_HOME", ".lunaria"));
        Path cache = environment.containsKey("LUNARIA_CACHE")
                ? absolute(repository, environment.get("LUNARIA_CACHE"))
                : directory.resolve("cache");
        return new Home(repository, directory, cache, port(environment.get("LUNARIA_PORT")));
    }

    private static Path absolute(Path repository, String path) {
        return repository.resolve(path).toAbsolutePath().normalize();
    }

    private static int port(String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_PORT;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new LauncherException("LUNARIA_PORT must be a port, 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    public String url() {
        return "https://localhost:" + port;
    }

    /** The certificate to trust. */
    public Path caCertificate() {
        return directory.resolve("ca.pem");
    }

    public Path log(String part) {
        return PrivateFiles.directory(directory.resolve("logs")).resolve(part + ".log");
    }

    public Path config(String part) {
        return PrivateFiles.directory(directory.resolve("config").resolve(part));
    }

    public Path run() {
        return PrivateFiles.directory(directory.resolve("run"));
    }

    public Path secrets() {
        return PrivateFiles.directory(directory.resolve("secrets"));
    }

    public Path tls() {
        return PrivateFiles.directory(directory.resolve("tls"));
    }

    public Path in(String name) {
        return directory.resolve(name);
    }
}
