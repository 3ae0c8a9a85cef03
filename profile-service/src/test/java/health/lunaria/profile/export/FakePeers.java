package health.lunaria.profile.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.lunaria.safeguards.takeaway.Takeaway;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The three other services, each with a part for everybody, and with the failures that a test asks for. */
public final class FakePeers implements QuarkusTestResourceLifecycleManager {

    static final List<String> NAMES = List.of("cycle", "billing", "audit");
    static final byte[] PHOTO = photo(300_000);
    static final int MAX_PART = 2 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Failure> FAILURES = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();
    private static final CountDownLatch END = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    enum Failure {
        AWAY,
        SILENT,
        GARBAGE,
        CUT_OFF,
        ALTERED,
        TOO_MUCH,
        TOO_MUCH_UNPACKED
    }

    /** @param times how often it fails before it answers */
    static void failFor(String subject, String peer, Failure failure, int times) {
        FAILURES.put(peer + " " + subject, failure);
        ASKED.put(peer + " " + subject, new AtomicInteger(-times));
    }

    /** How often it answered with her part. */
    static int answersTo(String subject, String peer) {
        return ASKED.get(peer + " " + subject).get();
    }

    /** What a peer gives of somebody, as a text. */
    static String document(String peer, String subject) {
        return "{\"" + peer + "\":\"of " + subject + "\",\"note\":\"<script>alert('" + subject + "')</script>=1+1\"}";
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        Map<String, String> properties = new HashMap<>();
        for (String peer : NAMES) {
            server.createContext("/" + peer + "/internal/export", exchange -> answer(exchange, peer));
            String client = "quarkus.rest-client." + peer + "-export.";
            properties.put(
                    client + "url", "http://127.0.0.1:" + server.getAddress().getPort() + "/" + peer);
            properties.put(client + "read-timeout", "1000");
        }
        server.start();
        properties.put("lunaria.profile.export.max-part-bytes", Integer.toString(MAX_PART));
        return properties;
    }

    private static void answer(HttpExchange exchange, String peer) throws IOException {
        try (exchange) {
            String subject =
                    JSON.readTree(exchange.getRequestBody()).path("subject").textValue();
            String question = peer + " " + subject;
            int asked = ASKED.computeIfAbsent(question, ignored -> new AtomicInteger())
                    .incrementAndGet();
            Failure failure = asked <= 0 ? FAILURES.get(question) : null;
            if (failure == null) {
                send(exchange, 200, part(peer, subject, PHOTO));
            } else {
                fail(exchange, failure, peer, subject);
            }
        }
    }

    private static void fail(HttpExchange exchange, Failure failure, String peer, String subject) throws IOException {
        byte[] part = part(peer, subject, PHOTO);
        switch (failure) {
            case AWAY -> send(exchange, 503, new byte[0]);
            case SILENT -> await();
            case GARBAGE -> send(exchange, 200, "{}".getBytes(StandardCharsets.US_ASCII));
            case CUT_OFF -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(part, 0, part.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case ALTERED -> {
                part[part.length / 2] ^= 1;
                send(exchange, 200, part);
            }
            case TOO_MUCH -> send(exchange, 200, part(peer, subject, photo(MAX_PART + 1)));
            case TOO_MUCH_UNPACKED -> send(exchange, 200, part(peer, subject, new byte[MAX_PART + 1]));
        }
    }

    private static byte[] part(String peer, String subject, byte[] photo) throws IOException {
        List<TakeawayFile> files = new ArrayList<>();
        files.add(TakeawayFile.written(
                "document.json", out -> out.write(document(peer, subject).getBytes(StandardCharsets.UTF_8))));
        files.add(TakeawayFile.written("note.txt", out -> out.write(subject.getBytes(StandardCharsets.UTF_8))));
        files.add(TakeawayFile.streamed("attachments/1.png", () -> new ByteArrayInputStream(photo)));
        try (var zip = Takeaway.of(files).zip()) {
            return zip.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Longer than anybody waits. */
    private static void await() {
        try {
            END.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not get smaller much, and is larger than a chunk. */
    private static byte[] photo(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void stop() {
        END.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
