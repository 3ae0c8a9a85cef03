package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.configuration.ConfigurationException;
import health.lunaria.gateway.fixture.Await;
import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.FakeBackend;
import health.lunaria.gateway.fixture.GatewayFixture;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Large bodies, where they are allowed and nowhere else, and never in memory. */
class UploadLimitsTest {

    private static final int MIB = 1024 * 1024;
    private static final String ATTACHMENTS = "/v1/cycle/attachments";

    @TempDir
    private static Path directory;

    private static GatewayFixture fixture;
    private static FakeBackend backend;

    private final AtomicLong arrived = new AtomicLong();

    @BeforeAll
    static void start() {
        fixture = new GatewayFixture(directory).start();
        backend = fixture.backend("cycle-service");
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    /** Counts what arrives instead of keeping it. */
    @BeforeEach
    void count() {
        backend.behaveAtOnce(request -> {
            request.exceptionHandler(cut -> arrived.set(-1));
            request.handler(chunk -> arrived.addAndGet(chunk.length()));
            request.endHandler(end -> request.response().end());
        });
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void anUploadAtItsLimitPasses(Version version) throws Exception {
        assertThat(post(version, ATTACHMENTS, announced(20 * MIB)).statusCode()).isEqualTo(200);
        assertThat(arrived.getAndSet(0)).isEqualTo(20 * MIB);
        assertThat(post(version, ATTACHMENTS, streamed(20 * MIB)).statusCode()).isEqualTo(200);
        assertThat(arrived.get()).isEqualTo(20 * MIB);
    }

    /**
     * Raw, because a client library goes on sending: the closed connection may reach it before the answer does, and that of
     * JDK 17 does not look for an answer before it has sent everything.
     */
    @Test
    void oneByteMoreIsRefused() throws Exception {
        int before = backend.begun();
        assertThat(announce("POST", ATTACHMENTS, 20 * MIB + 1)).contains("problems/body-too-large");
        assertThat(backend.begun()).isEqualTo(before);

        sendInChunks("POST", ATTACHMENTS, 20 * MIB + 1);
        Await.until(() -> arrived.get() == -1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/cycle/attachments/search",
        "POST, /v1/cycle/attachments/",
        "POST, /v1/cycle/attachments2",
        "POST, /v1/cycle/days/search",
        "PUT, /v1/cycle/attachments",
        "PUT, /v1/cycle/imports",
        "POST, /v1/profile/attachments"
    })
    void elsewhereTheSmallLimitHolds(String method, String path) throws Exception {
        announce(method, path, MIB + 1);
        sendInChunks(method, path, MIB + 1);
    }

    @Test
    void anImportMayBeLargerThanAnAttachment() throws Exception {
        assertThat(post(Version.HTTP_1_1, "/v1/cycle/imports", announced(21 * MIB))
                        .statusCode())
                .isEqualTo(200);
        assertThat(arrived.get()).isEqualTo(21 * MIB);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aClientSendsNoFasterThanTheBackendReads(Version version) throws Exception {
        AtomicReference<HttpServerRequest> paused = new AtomicReference<>();
        backend.behaveAtOnce(request -> {
            request.handler(chunk -> arrived.addAndGet(chunk.length()));
            request.endHandler(end -> request.response().end());
            request.pause();
            paused.set(request);
        });
        AtomicLong sent = new AtomicLong();
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return post(version, "/v1/cycle/imports", counted(64 * MIB, sent))
                        .statusCode();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });

        Await.until(() -> paused.get() != null);
        Await.until(() -> standsStill(sent));
        assertThat(sent.get()).isLessThan(32 * MIB);

        paused.get().resume();
        assertThat(answer.get()).isEqualTo(200);
        assertThat(arrived.get()).isEqualTo(64 * MIB);
    }

    @Test
    void aClientThatGoesAwayInTheMiddleBreaksTheUploadOff() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("POST " + ATTACHMENTS + " HTTP/1.1\r\nHost: $HOST\r\nContent-Length: 1000000\r\n\r\n"
                    + "x".repeat(500_000));
            Await.until(() -> arrived.get() == 500_000);
        }
        Await.until(() -> arrived.get() == -1);
    }

    /** Idle is who sends nothing, however large the upload may be. */
    @Test
    void anUploadThatStallsEndsWithTheIdleTimeout(@TempDir Path own) throws Exception {
        GatewayFixture impatient = new GatewayFixture(own)
                .with("limits.idle-timeout", "600ms")
                .with("routes", shortTimeouts(own).toString());
        try (impatient;
                Raw raw = impatient.start().client().raw()) {
            raw.send("POST " + ATTACHMENTS + " HTTP/1.1\r\nHost: $HOST\r\nContent-Length: 1000000\r\n\r\nabc");
            assertThat(raw.readToEnd()).isEmpty();
        }
    }

    @Test
    void aRouteThatIsSlowAndTakesNoUploadsIsRefused(@TempDir Path own) {
        try (GatewayFixture slow = new GatewayFixture(own).withTimeout("300s")) {
            assertThatThrownBy(slow::start)
                    .hasMessageContaining("limits.idle-timeout")
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void anUploadThatIsNoPathIsRefused(@TempDir Path own) {
        try (GatewayFixture wrong = new GatewayFixture(own).with("limits.upload.attachments", "5")) {
            assertThatThrownBy(wrong::start).isInstanceOf(ConfigurationException.class);
        }
        try (GatewayFixture wrong = new GatewayFixture(own).with("limits.upload./v1/cycle/attachments", "0")) {
            assertThatThrownBy(wrong::start).isInstanceOf(ConfigurationException.class);
        }
    }

    private static Path shortTimeouts(Path directory) throws Exception {
        String manifest = java.nio.file.Files.readString(GatewayFixture.manifest())
                .replaceAll("request: (10|30)s", "request: 100ms");
        return java.nio.file.Files.writeString(directory.resolve("httproute.yaml"), manifest);
    }

    private static boolean standsStill(AtomicLong sent) {
        long before = sent.get();
        java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
        return before > 0 && sent.get() == before;
    }

    /** Expects a refusal before any of the body is sent. */
    private static String announce(String method, String path, int length) throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send(method + " " + path + " HTTP/1.1\r\nHost: $HOST\r\nContent-Length: " + length + "\r\n\r\n");
            String answer = raw.readUntil("}");
            assertThat(answer).startsWith("HTTP/1.1 413 ");
            return answer;
        }
    }

    /** Expects a refusal when the last chunk goes beyond the limit. */
    private static void sendInChunks(String method, String path, int length) throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send(method + " " + path + " HTTP/1.1\r\nHost: $HOST\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int sent = 0; sent < length - 1; sent += 0x10000) {
                raw.send(chunk);
            }
            raw.send("1\r\nx\r\n");
            assertThat(raw.readUntil("\r\n")).startsWith("HTTP/1.1 413 ");
        }
    }

    private static HttpResponse<String> post(Version version, String path, BodyPublisher body) throws Exception {
        return fixture.client().send(version, "POST", path, body);
    }

    private static BodyPublisher announced(int length) {
        return BodyPublishers.fromPublisher(streamed(length), length);
    }

    private static BodyPublisher streamed(int length) {
        return counted(length, new AtomicLong());
    }

    private static BodyPublisher counted(int length, AtomicLong sent) {
        return BodyPublishers.ofInputStream(() -> new Zeros(length, sent));
    }

    /** So many zeros, made as they are read. */
    private static final class Zeros extends InputStream {

        private final AtomicLong sent;
        private long left;

        Zeros(long length, AtomicLong sent) {
            this.left = length;
            this.sent = sent;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            left -= count;
            sent.addAndGet(count);
            return count;
        }
    }
}
