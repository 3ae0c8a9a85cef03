package health.lunaria.profile.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is used of Keycloak: its token endpoint, introspection, and users with their sessions. An account is named after its
 * subject; for some accounts it fails, or never answers.
 */
public final class FakeKeycloak implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "account-of-";
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("profile-service:a-secret".getBytes(StandardCharsets.UTF_8));

    private static final Map<String, Account> ACCOUNTS = new ConcurrentHashMap<>();
    private static final Set<String> UNKNOWN_TOKENS = ConcurrentHashMap.newKeySet();
    private static final Map<String, String> SWAPPED = new ConcurrentHashMap<>();
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static final AtomicInteger GRANTS = new AtomicInteger();
    private static final AtomicInteger REFUSED_UP_TO = new AtomicInteger();
    private static volatile boolean grants = true;

    private HttpServer server;
    private ExecutorService workers;

    /** One person there. */
    static final class Account {

        final Map<String, Long> sessions = new ConcurrentHashMap<>();
        volatile boolean enabled = true;
        volatile int failsWith;
        volatile boolean mute;
    }

    public static Account account(String subject) {
        return ACCOUNTS.computeIfAbsent(ACCOUNT + subject, name -> new Account());
    }

    /** @param lastUsed milliseconds since 1970 */
    public static void login(String subject, String session, long lastUsed) {
        account(subject).sessions.put(session, lastUsed);
    }

    public static Set<String> sessions(String subject) {
        return Set.copyOf(account(subject).sessions.keySet());
    }

    public static void failsWith(String subject, int status) {
        account(subject).failsWith = status;
    }

    public static void isMuteAbout(String subject) {
        account(subject).mute = true;
    }

    static boolean has(String subject) {
        return ACCOUNTS.containsKey(ACCOUNT + subject);
    }

    static void lose(String subject) {
        ACCOUNTS.remove(ACCOUNT + subject);
    }

    /** Says of her tokens that they do not count. */
    public static void doesNotKnowTokensOf(String subject) {
        UNKNOWN_TOKENS.add(subject);
    }

    static void saysTokensAreOf(String subject, String other) {
        SWAPPED.put(subject, other);
    }

    /** As if its keys had changed: what it issued so far counts no more. */
    static void refusesTokensIssuedSoFar() {
        REFUSED_UP_TO.set(GRANTS.get());
    }

    static void grants(boolean does) {
        grants = does;
    }

    static int granted() {
        return GRANTS.get();
    }

    /** How often such a request came, as "METHOD path". */
    static long times(String request) {
        return SEEN.stream().filter(request::equals).count();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        workers = Executors.newFixedThreadPool(8);
        server.setExecutor(workers);
        server.createContext("/realm/protocol/openid-connect/token", answering(FakeKeycloak::grant));
        server.createContext("/realm/protocol/openid-connect/token/introspect", answering(FakeKeycloak::introspect));
        server.createContext("/admin/users/", answering(FakeKeycloak::users));
        server.createContext("/admin/sessions/", answering(FakeKeycloak::endSession));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "lunaria.provider.realm-url", url + "/realm",
                "lunaria.provider.admin-url", url + "/admin",
                "lunaria.provider.client-secret", "a-secret",
                "lunaria.profile.age-gate.before-consent", "true",
                "quarkus.rest-client.provider-realm.read-timeout", "500",
                "quarkus.rest-client.provider-admin.read-timeout", "500");
    }

    @Override
    public void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** @param body {@code null} for none */
    private record Answer(int status, Object body) {

        static Answer of(int status) {
            return new Answer(status, null);
        }
    }

    private interface Responder {

        /** @return {@code null} to leave the caller without an answer */
        Answer to(HttpExchange exchange) throws IOException;
    }

    private static HttpHandler answering(Responder responder) {
        return exchange -> {
            SEEN.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath().replaceFirst("^/[a-z]+", ""));
            Answer answer = responder.to(exchange);
            if (answer == null) {
                return;
            }
            try (exchange) {
                byte[] body = answer.body == null ? new byte[0] : JSON.writeValueAsBytes(answer.body);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        };
    }

    private static Answer grant(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        if (!grants) {
            return Answer.of(503);
        }
        if (!isClient(exchange) || !"client_credentials".equals(form.get("grant_type"))) {
            return Answer.of(401);
        }
        return new Answer(
                200, Map.of("access_token", "t" + GRANTS.incrementAndGet(), "expires_in", 300, "scope", "roles"));
    }

    private static Answer introspect(HttpExchange exchange) throws IOException {
        String token = form(exchange).get("token");
        if (!isClient(exchange)) {
            return Answer.of(401);
        }
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        String subject = JSON.readTree(payload).path("sub").textValue();
        if (UNKNOWN_TOKENS.contains(subject)) {
            return new Answer(200, Map.of("active", false));
        }
        String named = SWAPPED.getOrDefault(subject, subject);
        return new Answer(200, Map.of("active", true, "sub", named, "account", ACCOUNT + named, "username", "x"));
    }

    private static Answer users(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        Account account = ACCOUNTS.get(path[3]);
        if (!isGranted(exchange)) {
            return Answer.of(401);
        }
        if (account == null) {
            return Answer.of(404);
        }
        if (account.mute) {
            return null;
        }
        if (account.failsWith != 0) {
            return Answer.of(account.failsWith);
        }
        String asked = exchange.getRequestMethod() + (path.length > 4 ? " " + path[4] : "");
        return switch (asked) {
            case "PUT" -> change(account, JSON.readTree(exchange.getRequestBody()));
            case "DELETE" -> {
                ACCOUNTS.remove(path[3]);
                yield Answer.of(204);
            }
            case "POST logout" -> {
                account.sessions.clear();
                yield Answer.of(204);
            }
            case "GET sessions" -> new Answer(200, list(account));
            default -> Answer.of(405);
        };
    }

    private static Answer change(Account account, JsonNode change) {
        account.enabled = change.path("enabled").asBoolean(account.enabled);
        return Answer.of(204);
    }

    private static List<Map<String, Object>> list(Account account) {
        List<Map<String, Object>> sessions = new ArrayList<>();
        account.sessions.forEach((id, lastUsed) -> {
            Map<String, Object> session = new LinkedHashMap<>();
            session.put("id", id);
            session.put("username", "somebody");
            session.put("ipAddress", "192.0.2.7");
            session.put("start", lastUsed - 60_000);
            session.put("lastAccess", lastUsed);
            session.put("rememberMe", false);
            session.put("clients", Map.of("internal-id", "lunaria-app"));
            sessions.add(session);
        });
        return sessions;
    }

    private static Answer endSession(HttpExchange exchange) {
        String id = exchange.getRequestURI().getPath().split("/")[3];
        if (!isGranted(exchange)) {
            return Answer.of(401);
        }
        boolean ended = ACCOUNTS.values().stream()
                .map(account -> account.sessions.remove(id) != null)
                .reduce(false, Boolean::logicalOr);
        return Answer.of(ended ? 204 : 404);
    }

    private static boolean isClient(HttpExchange exchange) {
        return CREDENTIALS.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean isGranted(HttpExchange exchange) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        return bearer != null
                && bearer.matches("Bearer t[0-9]+")
                && Integer.parseInt(bearer.substring("Bearer t".length())) > REFUSED_UP_TO.get();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
