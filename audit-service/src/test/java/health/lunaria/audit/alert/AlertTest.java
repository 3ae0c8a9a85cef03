package health.lunaria.audit.alert;

import static health.lunaria.audit.incident.Incidents.get;
import static health.lunaria.audit.incident.Incidents.post;
import static health.lunaria.audit.incident.Incidents.security;
import static health.lunaria.audit.incident.Incidents.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;

import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AlertTest {

    private static final String MARKER = "mArKeR7391";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void anAlertOpensOneIncidentHoweverOftenItFires() {
        webhook(alert("firing", "00000000000000a1", "critical", "KeysUnavailable"))
                .statusCode(204);
        String id = newest();
        webhook(alert("firing", "00000000000000a1", "critical", "KeysUnavailable"))
                .statusCode(204);

        assertThat(newest()).isEqualTo(id);
        get(id).body("severity", equalTo("CRITICAL"))
                .body("title", equalTo("KeysUnavailable"))
                .body("description", equalTo("what it means"))
                .body("openedBy", equalTo("alertmanager"))
                .body("timeline.kind", contains("OPENED", "ALERT_AGAIN"));
    }

    @Test
    void aResolvedAlertIsNotedAndClosesNothing() {
        webhook(alert("firing", "00000000000000a2", "warning", "Slow")).statusCode(204);
        String id = newest();
        webhook(alert("resolved", "00000000000000a2", "warning", "Slow")).statusCode(204);

        get(id).body("state", equalTo("OPEN")).body("timeline.kind", contains("OPENED", "ALERT_RESOLVED"));
    }

    @Test
    void aResolvedAlertThatNobodyKnowsOpensNothing() {
        long before = count();

        webhook(alert("resolved", "00000000000000a3", "warning", "Unknown")).statusCode(204);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anAlertThatComesBackAfterTheClosureOpensAnotherIncident() {
        webhook(alert("firing", "00000000000000a4", "info", "Again")).statusCode(204);
        String id = newest();
        post(id, "closure", "\"1\"", text("done")).statusCode(200);
        webhook(alert("firing", "00000000000000a4", "info", "Again")).statusCode(204);

        assertThat(newest()).isNotEqualTo(id);
    }

    @Test
    void theSameAlertSentManyTimesAtOnceOpensOneIncident() {
        long before = count();
        List<CompletableFuture<Integer>> sent = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> webhook(alert("firing", "00000000000000a5", "warning", "AtOnce"))
                                .extract()
                                .statusCode()))
                .toList();

        assertThat(sent).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(204));
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void aStormOfOneAlertDoesNotFillTheTimeline() {
        webhook(alert("firing", "00000000000000a6", "critical", "Storm")).statusCode(204);
        String id = newest();
        String again = alert("firing", "00000000000000a6", "critical", "Storm");

        webhook(IntStream.range(0, 120).mapToObj(i -> again).toArray(String[]::new))
                .statusCode(204);
        get(id).header("ETag", equalTo("\"100\""));

        for (int version = 101; version <= 500; version++) {
            post(id, "entries", null, text("There is room for people")).statusCode(201);
        }
        post(id, "entries", null, text("There was")).statusCode(409).body("code", equalTo("incident-full"));
        post(id, "closure", "\"500\"", text("But it can be closed")).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"critical, CRITICAL", "warning, MEDIUM", "info, LOW", "none, LOW", "page, HIGH", "'', HIGH"})
    void aSeverityThatIsNotKnownIsTakenSeriously(String said, String taken) {
        String fingerprint = "b00000000000%04x".formatted(said.hashCode() & 0xffff);
        webhook(alert("firing", fingerprint, said, "Severity")).statusCode(204);

        get(newest()).body("severity", equalTo(taken));
    }

    @Test
    void textThatIsTooLongIsCutAndWhatLooksLikeACardNumberIsNoReasonToLoseAnAlert() {
        webhook(alert("firing", "4111111111111111", "critical", "x".repeat(300)))
                .statusCode(204);

        get(newest()).body("title", hasLength(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"labels\":{}",
                "\"labels\":{\"alertname\":null,\"severity\":null}",
                "\"labels\":{},\"annotations\":null",
                "\"labels\":{},\"annotations\":{\"description\":null}"
            })
    void anAlertThatSaysLittleIsNotLost(String content) {
        String fingerprint = "c00000000000%04x".formatted(content.hashCode() & 0xffff);
        send("{\"version\":\"4\",\"alerts\":[{\"status\":\"firing\",\"fingerprint\":\"" + fingerprint + "\"," + content
                        + "}]}")
                .statusCode(204);

        get(newest()).body("title", equalTo("Alert without a name")).body("severity", equalTo("HIGH"));
    }

    @Test
    void fieldsOfNewerVersionsArePassedOver() {
        long before = count();
        send("{\"version\":\"4\",\"groupKey\":\"g\",\"new\":{\"a\":[1]},\"alerts\":["
                        + alert("firing", "00000000000000a7", "info", "New")
                                .replace("{\"status\"", "{\"new\":1,\"status\"")
                        + "]}")
                .statusCode(204);
        assertThat(count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"version\":\"3\",\"alerts\":[]}",
                "{\"version\":\"4\",\"alerts\":[]}",
                "{\"version\":\"4\",\"alerts\":[null]}",
                "{\"version\":\"4\",\"alerts\":[{\"status\":\"mArKeR7391\",\"fingerprint\":\"00000000000000a8\",\"labels\":{}}]}",
                "{\"version\":\"4\",\"alerts\":[{\"status\":\"firing\",\"fingerprint\":\"mArKeR7391\",\"labels\":{}}]}",
                "{\"version\":\"4\",\"alerts\":[{\"status\":\"firing\",\"labels\":{}}]}",
                "{\"version\":\"4\",\"alerts\":[{\"status\":\"firing\",\"fingerprint\":\"00000000000000a8\"}]}",
                "{\"version\":\"4\",\"alerts\":[{\"status\":\"firing\",\"fingerprint\":\"00000000000000a8\",\"labels\":{\"a\":{}}}]}"
            })
    void whatIsNoWebhookIsRefusedAndNotRepeated(String body) {
        long before = count();

        send(body).statusCode(400).body(not(containsString(MARKER)));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aBodyHasAnEnd() {
        send("{\"version\":\"" + "4".repeat(1 << 20) + "\"}").statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "security", "peer-cycle-service", "peer-audit-service"})
    void nobodyElseReportsAlerts(String role) {
        given().auth()
                .oauth2(Tokens.of("eve", role))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/alerts")
                .then()
                .statusCode(403);
    }

    /** Without those that the verifier of the log may raise meanwhile. */
    private long count() {
        return data.number("select count(*) from incident where severity <> 'CRITICAL'");
    }

    private static String newest() {
        return security().get(Incidents.PATH).path("incidents.find { it.openedBy == 'alertmanager' }.id");
    }

    private static ValidatableResponse webhook(String... alerts) {
        return send("{\"version\":\"4\",\"status\":\"firing\",\"alerts\":[" + String.join(",", alerts) + "]}");
    }

    private static ValidatableResponse send(String body) {
        return given().auth()
                .oauth2(Tokens.of("alertmanager", "peer-alertmanager"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/alerts")
                .then();
    }

    private static String alert(String status, String fingerprint, String severity, String name) {
        return ("{\"status\":\"%s\",\"fingerprint\":\"%s\",\"startsAt\":\"2026-11-24T20:00:00Z\","
                        + "\"labels\":{\"alertname\":\"%s\",\"severity\":\"%s\"},"
                        + "\"annotations\":{\"description\":\"what it means\"}}")
                .formatted(status, fingerprint, name, severity);
    }
}
