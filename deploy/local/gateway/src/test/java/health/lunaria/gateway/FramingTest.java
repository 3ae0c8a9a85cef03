package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.fixture.Client.Raw;
import health.lunaria.gateway.fixture.FakeBackend.Received;
import health.lunaria.gateway.fixture.GatewayFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers could take for different ones (request smuggling). */
class FramingTest {

    private static final String SMUGGLED = "GET /internal HTTP/1.1\r\nHost: x\r\n\r\n";

    @TempDir
    private static Path directory;

    private static GatewayFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new GatewayFixture(directory).start();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    /** Header sections after {@code POST /v1/cycle/days}; {@code |} stands for a line's end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: $HOST|Content-Length: 5|Transfer-Encoding: chunked",
                "Host: $HOST|Transfer-Encoding: chunked|Content-Length: 5",
                "Host: $HOST|Content-Length: 5|Content-Length: 6",
                "Host: $HOST|Content-Length: 5|Content-Length: 5",
                "Host: $HOST|Content-Length: 5, 5",
                "Host: $HOST|Content-Length: +5",
                "Host: $HOST|Content-Length: -5",
                "Host: $HOST|Content-Length: 0x5",
                "Host: $HOST|Content-Length: 5 5",
                "Host: $HOST|Content-Length: 99999999999999999999",
                "Host: $HOST|Content-Length:",
                "Host: $HOST|Transfer-Encoding: gzip, chunked",
                "Host: $HOST|Transfer-Encoding: chunked, gzip",
                "Host: $HOST|Transfer-Encoding: xchunked",
                "Host: $HOST|Transfer-Encoding: identity",
                "Host: $HOST|Transfer-Encoding: chunked|Transfer-Encoding: chunked",
                "Host: $HOST|Transfer-Encoding: chunked|Transfer-Encoding: identity",
                "Host: $HOST|Transfer-Encoding : chunked",
                "Host: $HOST|Transfer-Encoding:\u000bchunked",
                "Host: $HOST|Content-Length : 5",
                "Host: $HOST|: x",
                "Host: $HOST|:path: /internal",
                "Host: $HOST|X\u0000: y",
                "Host: $HOST|X: y\u0000z",
                "Host: $HOST|Host: $HOST",
                "Host: ",
                "X: y"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String headers) throws Exception {
        try (Raw raw = fixture.client().raw()) {
            String answer = raw.send("POST /v1/cycle/days HTTP/1.1\r\nConnection: close\r\n"
                            + headers.replace("|", "\r\n") + "\r\n\r\n0\r\n\r\n" + SMUGGLED)
                    .readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("problems/bad-request");
            assertThat(answer.split("HTTP/1.1 \\d{3} ")).as("answers").hasSize(2);
        }
        assertThat(fixture.backend("cycle-service").begun()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/0.9", "HTTP/3.0", "HTTP/1.1x", "http/1.1", ""})
    void otherVersionsAreRefused(String version) throws Exception {
        try (Raw raw = fixture.client().raw()) {
            String answer = raw.send("GET /v1/cycle " + version + "\r\nHost: $HOST\r\nConnection: close\r\n\r\n")
                    .readToEnd();
            assertThat(answer).contains(" 400 ").contains("problems/bad-request");
        }
        assertThat(fixture.backend("cycle-service").begun()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nhello\r\n0\r\n\r\n", "5\r\nhelloworld\r\n0\r\n\r\n", "-1\r\nx\r\n0\r\n\r\n"})
    void brokenChunksNeverBecomeAWholeRequest(String body) throws Exception {
        int whole = fixture.backend("audit-service").waiting();
        try (Raw raw = fixture.client().raw()) {
            String answer = raw.send(
                            "POST /v1/audit/x HTTP/1.1\r\nHost: $HOST\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
                    .readToEnd();
            assertThat(answer).doesNotContain(" 200 ");
        }
        assertThat(fixture.backend("audit-service").waiting()).isEqualTo(whole);
    }

    /** RFC 9112, 5.2: a folded line may be unfolded, if it stays one field. */
    @Test
    void aFoldedFieldStaysOneField() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            raw.send("POST /v1/profile HTTP/1.1\r\nHost: $HOST\r\nConnection: close\r\nX-Folded: y\r\n"
                            + "  Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n")
                    .readToEnd();
        }
        Received received = fixture.backend("profile-service").take();
        assertThat(received.headers().get("X-Folded")).isEqualTo("y Transfer-Encoding: chunked");
        assertThat(received.headers().get("Transfer-Encoding")).isNull();
        assertThat(received.body().toString()).isEqualTo("0\r\n\r\n");
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (Raw raw = fixture.client().raw()) {
            String answers = raw.send("GET /v1/profile HTTP/1.1\r\nHost: $HOST\r\n\r\n"
                            + "GET /internal HTTP/1.1\r\nHost: $HOST\r\nConnection: close\r\n\r\n")
                    .readToEnd();
            assertThat(answers).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 404 ");
        }
        fixture.backend("profile-service").take();
    }

    @Test
    void aFloodOfPipelinedRequestsEndsTheConnection() throws Exception {
        fixture.backend("billing-service").behaveAtOnce(request -> request.pause());
        try (Raw raw = fixture.client().raw()) {
            String answers = raw.send("GET /v1/billing/x HTTP/1.1\r\nHost: $HOST\r\n\r\n".repeat(30))
                    .readToEnd();
            assertThat(answers).isEmpty();
        }
    }
}
