package health.lunaria.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import health.lunaria.safeguards.encryption.EmptiedEpoch;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the job makes of audit-service's answers: whatever is not plainly a yes fails. */
class AuditApprovalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UUID ID = UUID.randomUUID();
    private static final EmptiedEpoch EPOCH =
            new EmptiedEpoch(3, "arn:key", Instant.parse("2026-11-27T10:00:00Z"), 12);

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private Approvals approvals;
    private int status = 200;
    private String answer;
    private String path;
    private String asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            path = exchange.getRequestURI().getPath();
            asked = new String(exchange.getRequestBody().readAllBytes());
            byte[] body = answer.getBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        approvals = approvals(server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().await().atMost(PATIENCE);
    }

    @Test
    void asksForOneEpoch() throws IOException {
        answer = "{\"id\":\"" + ID + "\",\"state\":\"approved\",\"approvals\":2,\"more\":true}";

        assertThat(request()).isEqualTo(new Approvals.Request(ID, "approved", 2));
        assertThat(path).isEqualTo("/internal/key-deletions");
        JsonNode body = new ObjectMapper().readTree(asked);
        assertThat(body.path("service").textValue()).isEqualTo("cycle-service");
        assertThat(body.path("epoch").intValue()).isEqualTo(3);
        assertThat(body.path("key").textValue()).isEqualTo("arn:key");
        assertThat(body.path("emptiedAt").textValue()).isEqualTo("2026-11-27T10:00:00Z");
        assertThat(body.path("living").longValue()).isEqualTo(12);
    }

    @Test
    void givesApprovalsAway() {
        answer = "{\"service\":\"cycle-service\",\"epoch\":3,\"key\":\"arn:key\",\"receipt\":7}";

        Approvals.Redemption redemption = redeem();

        assertThat(path).isEqualTo("/internal/key-deletions/" + ID + "/redemption");
        assertThat(redemption.isFor("cycle-service", EPOCH)).isTrue();
        assertThat(redemption.isFor("audit-service", EPOCH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"refusal\":\"key-deletion-used\"}",
                "{\"service\":\"cycle-service\",\"epoch\":3,\"key\":\"arn:other\",\"receipt\":7}",
                "{\"service\":\"cycle-service\",\"epoch\":4,\"key\":\"arn:key\",\"receipt\":7}",
                "{\"service\":\"cycle-service\",\"key\":\"arn:key\",\"receipt\":7}",
                "{\"service\":\"cycle-service\",\"epoch\":3,\"key\":\"arn:key\",\"refusal\":\"no\"}"
            })
    void whatIsForAnotherKeyOrRefusedIsNoYes(String given) {
        answer = given;

        assertThat(redeem().isFor("cycle-service", EPOCH)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "approved", "{\"id\":7}", "{\"state\":\"approved\"}"})
    void whatIsNoAnswerFails(String given) {
        answer = given;

        assertThatIllegalStateException().isThrownBy(this::request);
        assertThatIllegalStateException().isThrownBy(this::redeem);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 401, 403, 404, 409, 500, 503})
    void everyOtherStatusFails(int given) {
        status = given;
        answer = given == 204 ? "" : "{\"id\":\"" + ID + "\",\"state\":\"approved\",\"approvals\":2}";

        assertThatIllegalStateException().isThrownBy(this::request).withMessageContaining(Integer.toString(given));
    }

    @Test
    void nobodyThereFails() {
        int port = server.getAddress().getPort();
        server.stop(0);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> approvals(port)
                        .request("cycle-service", EPOCH)
                        .await()
                        .atMost(PATIENCE));
    }

    private Approvals approvals(int port) {
        return new AuditApprovals(vertx.createHttpClient(), URI.create("http://127.0.0.1:" + port));
    }

    private Approvals.Request request() {
        return approvals.request("cycle-service", EPOCH).await().atMost(PATIENCE);
    }

    private Approvals.Redemption redeem() {
        return approvals.redeem(ID).await().atMost(PATIENCE);
    }
}
