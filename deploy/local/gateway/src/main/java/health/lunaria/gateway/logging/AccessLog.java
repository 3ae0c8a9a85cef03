package health.lunaria.gateway.logging;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * One line of JSON per request. It names the route that matched, never the path, the query, an address, a header or
 * anything else that says who asked for what.
 */
public final class AccessLog {

    private final Consumer<String> lines;
    private final Clock clock;

    public AccessLog(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * @param method one of the methods that are served, or {@code OTHER}
     * @param route as the manifest writes it, or {@code none}
     * @param status of the answer; 0 when the client went away before there was one
     * @param outcome whether the answer went out whole
     * @param bytes of the answer's body
     */
    public record Entry(
            String method, String route, int status, Outcome outcome, long bytes, Duration duration, String traceId) {}

    /** How an exchange ended. */
    public enum Outcome {
        ANSWERED,
        CLIENT_GONE,
        CUT_OFF
    }

    public void write(Entry entry) {
        lines.accept(new JsonObject()
                .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("log", "access")
                .put("method", entry.method())
                .put("route", entry.route())
                .put("status", entry.status())
                .put(
                        "outcome",
                        entry.outcome()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'))
                .put("bytes", entry.bytes())
                .put("milliseconds", entry.duration().toMillis())
                .put("traceId", entry.traceId())
                .encode());
    }
}
