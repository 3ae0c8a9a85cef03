package health.lunaria.system;

import static org.awaitility.Awaitility.await;

import health.lunaria.launcher.Part;
import health.lunaria.launcher.Progress;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.postgres.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged suite, started once for all tests in a home of its own, and stopped when their JVM ends. A test that takes
 * a part away brings it back by {@link #up}.
 */
final class Suite {

    private static final Path REPOSITORY = Path.of(System.getProperty("lunaria.root"));

    private static Suite running;

    private final Stack stack;

    private Suite() {
        stack = Stack.anew(REPOSITORY, "system-tests/target/home", new Progress(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::down));
        stack.up();
    }

    static synchronized Suite running() {
        if (running == null) {
            running = new Suite();
        }
        return running;
    }

    Stack stack() {
        return stack;
    }

    /** Brings back what is away, and waits until the gateway has noticed. */
    void up() {
        stack.up();
        Api visitor = withToken(null);
        for (String route :
                List.of("/v1/profile", "/v1/cycle/cycles", "/v1/billing/entitlements", "/v1/audit/access-log")) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> visitor.get(route).status() == 401);
        }
    }

    void kill(String part) {
        stack.kill(part);
    }

    Path home() {
        return stack.home().directory();
    }

    /** The API as a user with a fresh token sees it, with nothing consented to yet. */
    Api as(String user, String... staffRoles) {
        return withToken(stack.users().token(user, List.of(staffRoles)));
    }

    /** The API as a user who consents to the processing of her health data. */
    Api asConsenting(String user) {
        Api api = as(user);
        api.put("/v1/profile", "{\"country\":\"PT\",\"birthYear\":1994}", "If-None-Match", "*");
        api.put("/v1/profile/consents/health-data", "{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .expect(200);
        return api;
    }

    Api withToken(String token) {
        return new Api(stack.home().url(), stack.home().caCertificate(), List.of(), token);
    }

    /**
     * A service's own door, past the gateway.
     *
     * @param caller part whose certificate is shown, or {@code null} for none
     */
    Api directly(String service, String caller, String token) {
        Path tls = stack.home().tls();
        List<Path> identity =
                caller == null ? List.of() : List.of(tls.resolve(caller + ".crt"), tls.resolve(caller + ".key"));
        return new Api("https://localhost:" + port(service), stack.home().caCertificate(), identity, token);
    }

    /** What a service tells its monitoring. */
    String metrics(String service) {
        String url = "http://127.0.0.1:" + stack.managementPort(service);
        return new Api(url, stack.home().caCertificate(), List.of(), null)
                .get("/q/metrics")
                .expect(200)
                .body();
    }

    long pid(String part) {
        return stack.process(part).orElseThrow().pid();
    }

    /** Every port of the stack. */
    List<Integer> ports() {
        Stream<Integer> management = stack.parts().stream()
                .map(Part::name)
                .filter(name -> name.endsWith("-service"))
                .map(stack::managementPort);
        return Stream.concat(stack.parts().stream().map(Part::port), management).toList();
    }

    String databasePassword(String role) {
        return stack.secrets().text(Databases.secret(role));
    }

    private int port(String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .port();
    }
}
