package health.lunaria.audit.event;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.now;
import static health.lunaria.audit.Reporting.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is not the sender cannot report, who reports cannot change what stands, and nobody sends without end. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class EventForgeryTest {

    private static final String ROLE = "peer-cycle-service";
    private static final int PATIENCE_MILLIS = 30_000;

    private final Sql data = Sql.in(TestDatabases.start().data());

    static Stream<String> forgedTokens() {
        String good = Tokens.of("cycle-service", ROLE);
        int signature = good.lastIndexOf('.') + 1;
        return Stream.of(
                Tokens.signByStranger(Tokens.claims("cycle-service", ROLE)),
                Tokens.sign(Tokens.claims("cycle-service", ROLE).issuer("https://elsewhere.test")),
                Tokens.sign(Tokens.claims("cycle-service", ROLE)
                        .expiresAt(Instant.now().minus(Duration.ofMinutes(5)))),
                good.substring(0, signature),
                good.substring(0, signature) + "A".repeat(good.length() - signature),
                "x");
    }

    @ParameterizedTest
    @MethodSource("forgedTokens")
    void aForgedSenderIsNobody(String token) {
        long before = size();
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"events\":[" + event(newId(), "forged", "cycle.days.read") + "]}")
                .post("/internal/events")
                .then()
                .statusCode(401);

        assertThat(size()).isEqualTo(before);
    }

    @Test
    void whoLearnsAnIdBeforeItIsReportedCannotBeSomebodyElse() {
        UUID id = newId();
        report("billing-service", List.of(event(id, "learnt", "cycle.days.read")))
                .statusCode(403)
                .body("code", equalTo("foreign-action"));

        report(event(id, "learnt", "cycle.days.read")).statusCode(204);
        accessLog("learnt").body("entries", hasSize(1)).body("entries[0].service", equalTo("cycle-service"));
    }

    @Test
    void whatStandsIsNotRewrittenByABatchThatBringsNewEventsToo() {
        UUID id = newId();
        Instant time = now();
        report(event(id, time, "not-rewritten", "cycle.days.write")).statusCode(204);
        byte[] leaf = data.bytes("select leaf from log_leaf where event_id = ?", id);

        report(event(newId(), "not-rewritten", "cycle.days.read"), event(id, time, "not-rewritten", "cycle.days.read"))
                .statusCode(204);

        assertThat(data.bytes("select leaf from log_leaf where event_id = ?", id))
                .isEqualTo(leaf);
        accessLog("not-rewritten").body("entries", hasSize(2)).body("entries[1].action", equalTo("cycle.days.write"));
    }

    @Test
    void theLargestBatchThatIsAllowedIsTaken() {
        String actor = "{\"kind\":\"store\",\"name\":\"" + "x".repeat(64) + "\"}";
        List<String> events = IntStream.range(0, 1024)
                .mapToObj(i -> event(newId(), "s".repeat(255), "cycle." + "x".repeat(94))
                        .replace("{\"kind\":\"self\"}", actor))
                .toList();
        long before = size();

        report("cycle-service", events).statusCode(204);
        assertThat(size() - before).isEqualTo(1024);
    }

    /** Without a length said beforehand, it is counted. */
    @Test
    void aBodyWithoutEndIsCutOff() throws IOException {
        long before = size();
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /internal/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + Tokens.of("cycle-service", ROLE)
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            while (sent < 512 && in.available() == 0 && write(out, chunk)) {
                sent++;
            }
            assertThat(statusLine(in)).isIn("HTTP/1.1 413", "");
        }

        assertThat(sent).isLessThan(512);
        assertThat(size()).isEqualTo(before);
        report(event(newId(), "afterwards", "cycle.days.read")).statusCode(204);
    }

    /** @return whether the other side still listens */
    private static boolean write(OutputStream out, byte[] chunk) {
        try {
            out.write(chunk);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Empty when the connection was reset, which takes away what was not read. */
    private static String statusLine(InputStream in) {
        try {
            return new String(in.readNBytes("HTTP/1.1 413".length()), StandardCharsets.US_ASCII);
        } catch (IOException reset) {
            return "";
        }
    }

    private long size() {
        return data.number("select size from log_head");
    }
}
