package health.lunaria.profile.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit-service that comes and goes, and a service that lets few events wait for it. */
public final class AuditPeer implements QuarkusTestResourceLifecycleManager {

    static final int LIMIT = 10;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DELIVERED = new CopyOnWriteArrayList<>();
    private static final List<JsonNode> STATEMENTS = new CopyOnWriteArrayList<>();

    private static volatile State state = State.AWAY;

    private HttpServer server;

    enum State {
        HERE,
        AWAY,
        /** Takes events in, and its answer is lost. */
        UNHEARD
    }

    static void is(State other) {
        state = other;
    }

    /** Ids of the events that it took in, as often as they came. */
    static List<String> delivered() {
        return List.copyOf(DELIVERED);
    }

    /** What the outbox said of itself, in the order in which it came. */
    static List<JsonNode> statements() {
        return List.copyOf(STATEMENTS);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/internal/events", AuditPeer::take);
        server.createContext("/internal/outbox-statements", AuditPeer::hear);
        server.start();
        return Map.of(
                "quarkus.rest-client.audit.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "lunaria.auditing.backlog-limit",
                Integer.toString(LIMIT),
                "lunaria.auditing.statement-every",
                "1s",
                "lunaria.auditing.min-back-off",
                "100ms",
                "lunaria.auditing.max-back-off",
                "500ms");
    }

    private static void take(HttpExchange exchange) throws IOException {
        State now = state;
        try (exchange) {
            JsonNode batch = JSON.readTree(exchange.getRequestBody());
            if (now != State.AWAY) {
                batch.path("events")
                        .forEach(event -> DELIVERED.add(event.path("id").textValue()));
            }
            if (now != State.UNHEARD) {
                exchange.sendResponseHeaders(now == State.HERE ? 204 : 503, -1);
            }
        }
    }

    private static void hear(HttpExchange exchange) throws IOException {
        State now = state;
        try (exchange) {
            JsonNode statement = JSON.readTree(exchange.getRequestBody());
            if (now == State.HERE) {
                STATEMENTS.add(statement);
            }
            exchange.sendResponseHeaders(now == State.HERE ? 204 : 503, -1);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
