package health.lunaria.system;

import health.lunaria.launcher.Home;
import health.lunaria.launcher.Progress;
import health.lunaria.launcher.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> environment = new HashMap<>();
        environment.put("LUNARIA_HOME", "system-tests/target/home");
        environment.put("LUNARIA_PORT", Integer.toString(freePort()));
        environment.put("LUNARIA_CACHE", System.getenv().getOrDefault("LUNARIA_CACHE", ".lunaria/cache"));
        // A run that was killed may have left parts behind.
        Stack former = newStack(environment);
        former.down();
        delete(former.home().directory());
        stack = newStack(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::down));
        stack.up();
    }

    private static Stack newStack(Map<String, String> environment) {
        return new Stack(Home.of(REPOSITORY, environment), new Progress(System.out));
    }

    /** Each run has users and data of its own. */
    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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

    void up() {
        stack.up();
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
        api.put("/v1/profile/consents/health-data", "{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .expect(200);
        return api;
    }

    Api withToken(String token) {
        return new Api(stack.home().url(), stack.home().caCertificate(), token);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
