package health.lunaria.gateway.configuration;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the gateway's properties file. A file that others may read, an unknown property, a missing one and anything
 * that would reach beyond the loopback interface is refused with a {@link ConfigurationException}.
 */
public final class ConfigurationFile {

    private static final Pattern BACKEND = Pattern.compile("backend\\.([a-z][a-z0-9-]{0,62})");
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private ConfigurationFile() {}

    public static GatewayConfiguration read(Path file) {
        ownerOnly(file, "the configuration file");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigurationException("the configuration file cannot be read");
        }
        return configuration(new PropertiesReader(properties));
    }

    private static GatewayConfiguration configuration(PropertiesReader properties) {
        GatewayConfiguration configuration = new GatewayConfiguration(
                loopback(properties.mandatory("host")),
                properties.port("port"),
                properties.port("management-port"),
                tls(properties),
                properties.file("routes"),
                backends(properties),
                openApiDirectory(properties),
                origins(properties.optional("cors.origins").orElse("")),
                Limits.from(properties));
        properties.finish();
        return configuration;
    }

    private static String loopback(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return host;
            }
        } catch (UnknownHostException unknown) {
            // Not a loopback address either.
        }
        throw new ConfigurationException("host must be a loopback address");
    }

    private static TlsFiles tls(PropertiesReader properties) {
        TlsFiles files =
                new TlsFiles(properties.file("tls.certificate"), properties.file("tls.key"), properties.file("tls.ca"));
        ownerOnly(files.key(), "tls.key");
        return files;
    }

    private static Map<String, Backend> backends(PropertiesReader properties) {
        Map<String, Backend> backends = new TreeMap<>();
        for (String property : properties.names()) {
            Matcher name = BACKEND.matcher(property);
            if (name.matches()) {
                backends.put(name.group(1), backend(properties, property, name.group(1)));
            }
        }
        if (backends.isEmpty()) {
            throw new ConfigurationException("no property backend.<name> is there");
        }
        return backends;
    }

    private static Backend backend(PropertiesReader properties, String property, String name) {
        URI address = address(property, properties.mandatory(property));
        if (address.getPath() != null && !address.getPath().isEmpty()) {
            throw new ConfigurationException(property + " must be without a path");
        }
        String readinessProperty = property + ".readiness";
        URI readiness = address(readinessProperty, properties.mandatory(readinessProperty));
        if (!readiness.getScheme().equals("http")) {
            throw new ConfigurationException(readinessProperty + " must be plain HTTP on the management port");
        }
        return new Backend(name, address.getScheme().equals("https"), address.getPort(), readiness);
    }

    private static URI address(String property, String text) {
        try {
            URI uri = URI.create(text);
            boolean scheme = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (scheme && bare && uri.getPort() > 0 && uri.getHost() != null && LOOPBACK.contains(uri.getHost())) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            // Told below, without the value.
        }
        throw new ConfigurationException(property + " must be http(s)://localhost:PORT or http(s)://127.0.0.1:PORT");
    }

    private static Optional<Path> openApiDirectory(PropertiesReader properties) {
        String directory = "docs.openapi-directory";
        if (properties.flag("docs.enabled")) {
            return Optional.of(properties.directory(directory));
        }
        properties.optional(directory);
        return Optional.empty();
    }

    private static Set<String> origins(String list) {
        Set<String> origins = new LinkedHashSet<>();
        for (String origin : list.split(",", -1)) {
            String trimmed = origin.trim();
            if (!trimmed.isEmpty()) {
                if (!ORIGIN.matcher(trimmed).matches()) {
                    throw new ConfigurationException("cors.origins must be origins such as http://localhost:5173");
                }
                origins.add(trimmed);
            }
        }
        return origins;
    }

    private static void ownerOnly(Path file, String what) {
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new ConfigurationException(what + " must be readable by its owner only (mode 600)");
            }
        } catch (IOException | UnsupportedOperationException unreadable) {
            throw new ConfigurationException(what + " cannot be read");
        }
    }
}
