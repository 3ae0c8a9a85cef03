package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.fixture.Await;
import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.FakeBackend;
import health.lunaria.gateway.fixture.GatewayFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    private static final int MIB = 1024 * 1024;

    @TempDir
    private static Path directory;

    private static GatewayFixture fixture;
    private static FakeBackend backend;

    @BeforeAll
    static void start() {
        fixture = new GatewayFixture(directory).start();
        backend = fixture.backend("cycle-service");
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aBodyAtTheLimitPasses(Version version) throws Exception {
        HttpResponse<String> announced =
                fixture.client().send(version, "PUT", "/v1/cycle/days", BodyPublishers.ofByteArray(new byte[MIB]));
        assertThat(announced.statusCode()).isEqualTo(200);
        assertThat(backend.take().body().length()).isEqualTo(MIB);

        HttpResponse<String> streamed = fixture.client().send(version, "PUT", "/v1/cycle/days", stream(MIB));
        assertThat(streamed.statusCode()).isEqualTo(200);
        assertThat(backend.take().body().length()).isEqualTo(MIB);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void anAnnouncedBodyBeyondTheLimitIsRefusedAtOnce(Version version) throws Exception {
        int before = backend.begun();
        HttpResponse<String> answer =
                fixture.client().send(version, "PUT", "/v1/cycle/days", BodyPublishers.ofByteArray(new byte[MIB + 1]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("problems/body-too-large");
        assertThat(backend.begun()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aStreamedBodyBeyondTheLimitIsRefusedAndNeverArrivesWhole(Version version) throws Exception {
        HttpResponse<String> answer = fixture.client().send(version, "PUT", "/v1/cycle/days", stream(2 * MIB));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("problems/body-too-large");
        backend.awaitBroken();
        assertThat(backend.waiting()).isZero();
    }

    @Test
    void chunksBeyondTheLimitAreRefusedWhileTheClientStillSends() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("PUT /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 17; i++) {
                raw.send(chunk);
            }
            assertThat(raw.readUntil("\r\n")).startsWith("HTTP/1.1 413 ");
        }
        backend.awaitBroken();
        assertThat(backend.waiting()).isZero();
    }

    /** Whoever goes on sending for ever after the answer is cut off. */
    @Test
    void sendingOnAfterARefusalEndsTheConnection() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("PUT /nothing HTTP/1.1\r\nHost: $HOST\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            raw.send(chunk);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientThatWaitsForPermissionGetsTheRefusalInstead() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("PUT /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\nContent-Length: 2000000\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(raw.readUntil("\r\n")).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aClientThatWaitsForPermissionGetsItWhenTheBackendIsThere() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("PUT /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertThat(raw.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            raw.send("abc");
            assertThat(raw.readUntil("}")).startsWith("HTTP/1.1 200 ");
        }
        FakeBackend.Received received = backend.take();
        assertThat(received.body().toString()).isEqualTo("abc");
        assertThat(received.headers().get("Expect")).isNull();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aLargeHeaderSectionIsRefused(Version version) throws Exception {
        int before = backend.begun();
        HttpResponse<String> answer = fixture.client()
                .send(version, "GET", "/v1/cycle/cycles", BodyPublishers.noBody(), "X-Large", "x".repeat(17_000));
        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.body()).contains("problems/headers-too-large");
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        assertThat(backend.begun()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aLongTargetIsRefused(Version version) throws Exception {
        int before = backend.begun();
        for (int length : new int[] {4_097, 9_000}) {
            String target = "/v1/cycle/cycles?" + "x".repeat(length - "/v1/cycle/cycles?".length());
            HttpResponse<String> answer = fixture.client().send(version, "GET", target, BodyPublishers.noBody());
            assertThat(answer.statusCode()).isEqualTo(414);
            assertThat(answer.body()).contains("problems/uri-too-long");
        }
        assertThat(backend.begun()).isEqualTo(before);
    }

    @Test
    void headersAndTargetAtTheirLimitsPass() throws Exception {
        String target = "/v1/cycle/cycles?" + "x".repeat(4_096 - "/v1/cycle/cycles?".length());
        assertThat(fixture.client().get(target, "X-Large", "x".repeat(15_000)).statusCode())
                .isEqualTo(200);
        assertThat(backend.take().uri()).isEqualTo(target);
    }

    @Test
    void noMoreConnectionsThanAllowedAreKept(@TempDir Path own) throws Exception {
        try (GatewayFixture small =
                new GatewayFixture(own).with("limits.connections", "2").start()) {
            try (Raw first = small.client().raw();
                    Raw second = small.client().raw()) {
                first.send("GET /nothing HTTP/1.1\r\nHost: $HOST\r\n\r\n").readUntil("\r\n");
                second.send("GET /nothing HTTP/1.1\r\nHost: $HOST\r\n\r\n").readUntil("\r\n");
                try (Raw third = small.client().raw()) {
                    assertThat(third.readToEnd()).isEmpty();
                }
            }
            Await.until(() -> small.accessLog().size() == 2);
        }
    }

    @Test
    void aHeadThatTricklesInEndsWithTheIdleTimeout(@TempDir Path own) throws Exception {
        GatewayFixture impatient = new GatewayFixture(own).withTimeout("100ms").with("limits.idle-timeout", "600ms");
        try (impatient;
                Raw raw = impatient.start().client().raw()) {
            long start = System.nanoTime();
            raw.send("GET /v1/cycle HTTP/1.1\r\nHost: $HOST\r\n");
            assertThatThrownBy(() -> {
                        while (System.nanoTime() - start < 5_000_000_000L) {
                            raw.send("X");
                            raw.socket().setSoTimeout(50);
                            try {
                                assertThat(raw.socket().getInputStream().read()).isNegative();
                                throw new IOException("closed");
                            } catch (java.net.SocketTimeoutException stillOpen) {
                                raw.send("-");
                            }
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(impatient.accessLog()).noneMatch(line -> line.contains("\"outcome\":\"answered\""));
        }
    }

    /** Without a length, so that HTTP/1.1 sends chunks. */
    private static java.net.http.HttpRequest.BodyPublisher stream(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }
}
