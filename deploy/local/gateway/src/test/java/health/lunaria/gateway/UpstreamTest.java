package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.gateway.fixture.Await;
import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.FakeBackend;
import health.lunaria.gateway.fixture.GatewayFixture;
import health.lunaria.gateway.fixture.LocalCertificates;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backends that fail, in every way that one can. */
class UpstreamTest {

    @TempDir
    private Path directory;

    private GatewayFixture fixture;
    private FakeBackend backend;

    @BeforeEach
    void prepare() {
        fixture = new GatewayFixture(directory).withTimeout("400ms");
        backend = fixture.backend("cycle-service");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aBackendThatIsDownIs503AndComesBack(String method) throws Exception {
        fixture.start();
        backend.kill();
        HttpResponse<String> answer =
                fixture.client().send(Version.HTTP_2, method, "/v1/cycle/days", BodyPublishers.ofString("x"));
        assertThatUnavailable(answer);

        backend.revive();
        assertThat(fixture.client().get("/v1/cycle/days").statusCode()).isEqualTo(200);
    }

    @Test
    void theOthersGoOnWhenOneIsDown() throws Exception {
        fixture.start();
        backend.kill();
        assertThat(fixture.client().get("/v1/profile").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aBackendThatBreaksOffBeforeItsAnswerIs502(Version version) throws Exception {
        fixture.start();
        backend.behave(request -> request.connection().close());
        HttpResponse<String> answer = fixture.client().send(version, "GET", "/v1/cycle/days", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("problems/upstream-failed");
        assertThat(backend.begun()).as("not repeated: it may have taken effect").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void halfAnAnswerNeverLooksWhole(Version version) throws Exception {
        fixture.start();
        backend.behave(request -> {
            request.response().putHeader("Content-Length", "100000");
            request.response()
                    .write("x".repeat(50_000))
                    .onComplete(sent -> request.connection().close());
        });
        assertThatThrownBy(() -> fixture.client().send(version, "GET", "/v1/cycle/days", BodyPublishers.noBody()))
                .isInstanceOf(IOException.class);
        Await.until(() -> fixture.accessLog().size() == 1);
        assertThat(fixture.accessLog().get(0)).contains("\"outcome\":\"cut-off\"");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void halfAnAnswerInChunksNeverLooksWhole(Version version) throws Exception {
        fixture.start();
        backend.behave(request -> {
            request.response().setChunked(true);
            request.response()
                    .write("x".repeat(50_000))
                    .onComplete(sent -> request.connection().close());
        });
        assertThatThrownBy(() -> fixture.client().send(version, "GET", "/v1/cycle/days", BodyPublishers.noBody()))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aBackendThatDoesNotAnswerIs504(Version version) throws Exception {
        fixture.start();
        backend.behave(request -> {});
        HttpResponse<String> answer =
                fixture.client().send(version, "POST", "/v1/cycle/days", BodyPublishers.ofString("x"));
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("problems/upstream-timeout");
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
    }

    @Test
    void anAnswerThatDoesNotEndIsCutOff() {
        fixture.start();
        backend.behave(request -> request.response().setChunked(true).write("x"));
        assertThatThrownBy(() -> fixture.client().get("/v1/cycle/days")).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatDoesNotFinishItsBodyIsToldSo() throws Exception {
        fixture.start();
        try (Raw raw = fixture.client().raw()) {
            raw.send("POST /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\nContent-Length: 10\r\n\r\nhalf");
            assertThat(raw.readUntil("}")).startsWith("HTTP/1.1 408 ").contains("problems/request-timeout");
        }
        backend.awaitBroken();
        assertThat(backend.waiting()).isZero();
    }

    @Test
    void aClientThatGoesAwayTakesItsRequestWithIt() throws Exception {
        fixture.withTimeout("9s").start();
        try (Raw raw = fixture.client().raw()) {
            raw.send("POST /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\nContent-Length: 10\r\n\r\nhalf");
            Await.until(() -> backend.begun() == 1);
        }
        backend.awaitBroken();
        Await.until(() -> fixture.accessLog().size() == 1);
        assertThat(fixture.accessLog().get(0)).contains("\"status\":0", "\"outcome\":\"client-gone\"");
    }

    @Test
    void anEarlyAnswerEndsTheRequest() throws Exception {
        fixture.start();
        backend.behaveAtOnce(request -> request.response().setStatusCode(401).end("who"));
        try (Raw raw = fixture.client().raw()) {
            raw.send("POST /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\nContent-Length: 10\r\n\r\nhalf");
            assertThat(raw.readUntil("who")).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void aBackendKnownToBeUnreadyIsNotAskedUntilItIsReady() throws Exception {
        backend.ready(false);
        fixture.start();
        Await.until(() -> logged("backend unready"));
        assertThatUnavailable(fixture.client().get("/v1/cycle/days"));
        assertThat(backend.begun()).isZero();

        backend.ready(true);
        Await.until(() -> logged("backend ready"));
        assertThat(fixture.client().get("/v1/cycle/days").statusCode()).isEqualTo(200);
    }

    @Test
    void moreRequestsThanTheBackendTakesAreRefused() throws Exception {
        fixture.withTimeout("9s")
                .with("limits.upstream-connections", "1")
                .with("limits.upstream-queue", "1")
                .with("limits.connect-timeout", "300ms")
                .start();
        backend.behave(request -> {});
        try (Raw first = fixture.client().raw();
                Raw second = fixture.client().raw()) {
            first.send("GET /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\n\r\n");
            Await.until(() -> backend.begun() == 1);
            second.send("GET /v1/cycle/days HTTP/1.1\r\nHost: $HOST\r\n\r\n");
            assertThatUnavailable(fixture.client().get("/v1/cycle/days"));
            assertThat(second.readUntil("}")).startsWith("HTTP/1.1 503 ");
        }
        assertThat(backend.begun()).isEqualTo(1);
    }

    @Test
    void anotherServicesCertificateIsNotTrusted() throws Exception {
        fixture.backend("cycle-service", Optional.of(fixture.certificates().issue("audit-service")));
        fixture.start();
        assertThatUnavailable(fixture.client().get("/v1/cycle/days"));
        assertThat(fixture.backend("cycle-service").begun()).isZero();
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() throws Exception {
        LocalCertificates certificates = fixture.certificates();
        fixture.backend(
                "cycle-service",
                Optional.of(certificates.issue("elsewhere", "elsewhere", "spiffe://lunaria.local/cycle-service")));
        fixture.start();
        assertThatUnavailable(fixture.client().get("/v1/cycle/days"));
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotTrusted() throws Exception {
        LocalCertificates others = new LocalCertificates(Files.createDirectory(directory.resolve("others")), "Other");
        fixture.backend("cycle-service", Optional.of(others.issue("cycle-service")));
        fixture.start();
        assertThatUnavailable(fixture.client().get("/v1/cycle/days"));
    }

    private boolean logged(String event) {
        return fixture.log().stream().anyMatch(line -> line.contains(event) && line.contains("cycle-service"));
    }

    private static void assertThatUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("problems/upstream-unavailable");
        assertThat(answer.headers().firstValue("retry-after")).contains("1");
    }
}
