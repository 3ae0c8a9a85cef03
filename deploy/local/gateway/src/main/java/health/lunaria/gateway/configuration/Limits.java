package health.lunaria.gateway.configuration;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that bounds what clients can make the gateway do.
 *
 * @param body bytes of a request's body, where {@code uploads} says nothing else
 * @param uploads bytes of the body of a POST to that path, for uploads of files
 * @param downloads paths of routes below which files are fetched
 * @param headers bytes of a request's header section, names and values
 * @param uri characters of a request's target
 * @param requestTimeout from the request's head to the end of its answer, where the route says nothing else
 * @param connectTimeout until a connection to a backend is there, waiting for a free one included
 * @param idleTimeout of a client's connection; also how long a client may take to send a header section
 * @param drainTimeout how long a stopping gateway waits for requests under way
 * @param connections of clients at once
 * @param upstreamConnections to one backend at once
 * @param upstreamQueue requests that may wait for a connection to one backend
 * @param rate requests a second that one client address may make in the long run
 * @param burst requests that one client address may make at once
 * @param addresses how many client addresses are remembered
 */
public record Limits(
        int body,
        Map<String, Integer> uploads,
        Set<String> downloads,
        int headers,
        int uri,
        Duration requestTimeout,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration drainTimeout,
        int connections,
        int upstreamConnections,
        int upstreamQueue,
        int rate,
        int burst,
        int addresses) {

    private static final Pattern UPLOAD = Pattern.compile("limits\\.upload\\.((/[a-z0-9-]{1,63}){1,8})");

    static Limits from(PropertiesReader properties) {
        Limits limits = new Limits(
                properties.positive("limits.body", 1024 * 1024),
                uploads(properties),
                downloads(properties),
                properties.positive("limits.headers", 16 * 1024),
                properties.positive("limits.uri", 4 * 1024),
                properties.duration("limits.request-timeout", Duration.ofSeconds(30)),
                properties.duration("limits.connect-timeout", Duration.ofSeconds(2)),
                properties.duration("limits.idle-timeout", Duration.ofSeconds(60)),
                properties.duration("limits.drain-timeout", Duration.ofSeconds(20)),
                properties.positive("limits.connections", 1024),
                properties.positive("limits.upstream-connections", 64),
                properties.positive("limits.upstream-queue", 256),
                properties.positive("limits.requests-per-second", 200),
                properties.positive("limits.burst", 400),
                properties.positive("limits.addresses", 10_000));
        if (limits.burst < limits.rate) {
            throw new ConfigurationException("limits.burst must not be below limits.requests-per-second");
        }
        return limits;
    }

    private static Map<String, Integer> uploads(PropertiesReader properties) {
        Map<String, Integer> uploads = new TreeMap<>();
        for (String property : properties.names()) {
            Matcher path = UPLOAD.matcher(property);
            if (path.matches()) {
                uploads.put(path.group(1), properties.positive(property, 0));
            }
        }
        return uploads;
    }

    private static Set<String> downloads(PropertiesReader properties) {
        return properties
                .optional("limits.downloads")
                .map(paths -> Set.of(paths.split(",")))
                .orElse(Set.of());
    }

    /** Bytes that the body of a request may have. */
    public int body(HttpMethod method, String path) {
        return method.equals(HttpMethod.POST) ? uploads.getOrDefault(path, body) : body;
    }

    /** Whether a route is that of files, which take longer than other things, and meanwhile the connection is not idle. */
    public boolean isOfFiles(String routePath) {
        return uploads.containsKey(routePath) || downloads.contains(routePath);
    }
}
