package health.lunaria.gateway.configuration;

import java.time.Duration;

/**
 * Everything that bounds what clients can make the gateway do.
 *
 * @param body bytes of a request's body
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

    static Limits from(PropertiesReader properties) {
        Limits limits = new Limits(
                properties.positive("limits.body", 1024 * 1024),
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
}
