package health.lunaria.witness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A witness on a free port, and what one asks it. */
final class TestWitness implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final WitnessServer server;

    private TestWitness(Config config) {
        server = WitnessServer.start(config, new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    static TestWitness start(Path directory, TestLog... logs) {
        return new TestWitness(config(directory, logs));
    }

    static Config config(Path directory, TestLog... logs) {
        return new Config(
                InetAddress.getLoopbackAddress(),
                false,
                0,
                directory.resolve("witness"),
                "witness.example/w1",
                Stream.of(logs).map(TestLog::vkey).toList(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    VerifierKey key() {
        return VerifierKey.parse(server.verifierKey(), VerifierKey.COSIGNATURE);
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    HttpResponse<String> add(String body) {
        return post("/add-checkpoint", body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> latest(TestLog log) {
        return get("/" + HexFormat.of().formatHex(Hashes.sha256(log.origin())) + "/checkpoint");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
