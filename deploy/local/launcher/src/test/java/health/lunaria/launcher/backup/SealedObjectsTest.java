package health.lunaria.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.lunaria.launcher.LauncherException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealedObjectsTest {

    private static final String ID = "abcdefghijklmnopqrst-_";

    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final AtomicBoolean broken = new AtomicBoolean();
    private HttpServer server;
    private SealedObjects objects;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/files/", this::answer);
        server.start();
        objects = new SealedObjects(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/files", "11111111-2222-3333-4444-555555555555");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsPutIsThere() throws IOException {
        assertThat(objects.has(ID)).isFalse();

        objects.put(ID, 3, new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(objects.has(ID)).isTrue();
        SealedObjects.Opened opened = objects.open(ID).orElseThrow();
        try (InputStream content = opened.content()) {
            assertThat(opened.length()).isEqualTo(3);
            assertThat(content.readAllBytes()).containsExactly(1, 2, 3);
        }
        objects.delete(ID);
        assertThat(objects.open(ID)).isEmpty();
    }

    @Test
    void anEmptyObjectIsOneToo() {
        objects.put(ID, 0, InputStream.nullInputStream());

        assertThat(stored.get("/files/" + ID)).isEmpty();
    }

    @Test
    void whatComesAfterInTheSameStreamCanStillBeRead() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream content = new ByteArrayInputStream(new byte[] {1, 2, 3}) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        objects.put(ID, 3, content);

        assertThat(closed).isFalse();
    }

    @Test
    void contentThatIsShorterThanItShouldBeIsNotStored() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> objects.put(ID, 4, new ByteArrayInputStream(new byte[] {1, 2, 3})));

        assertThat(stored).isEmpty();
    }

    @Test
    void aStoreThatFailsIsNotTakenForAnEmptyOne() {
        broken.set(true);

        assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> objects.open(ID));
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> objects.put(ID, 1, new ByteArrayInputStream(new byte[1])));
        assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> objects.delete(ID));
    }

    @Test
    void aStoreThatIsAwayIsNotTakenForAnEmptyOne() {
        server.stop(0);

        assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> objects.open(ID));
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        for (String name : new String[] {"", "..", "../other/abcdefghijklmno", ID + "?acl", "a b"}) {
            assertThatExceptionOfType(RefusedBackupException.class).isThrownBy(() -> objects.open(name));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (broken.get() ? "" : exchange.getRequestMethod()) {
            case "PUT" -> {
                stored.put(path, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "GET", "HEAD" -> {
                byte[] found = stored.get(path);
                boolean withBody = found != null && exchange.getRequestMethod().equals("GET");
                exchange.sendResponseHeaders(found == null ? 404 : 200, withBody ? found.length : -1);
                if (withBody) {
                    exchange.getResponseBody().write(found);
                }
            }
            case "DELETE" -> {
                stored.remove(path);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> exchange.sendResponseHeaders(500, -1);
        }
        exchange.close();
    }
}
