package health.lunaria.audit.erasure;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is erased from the log: what opens it goes, the log itself stays whole. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AuditErasureTest {

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whatOpensHerEntriesIsGoneAndTheirLeavesStay() {
        UUID id = newId();
        report(event(id, "erased-reader", "cycle.days.read")).statusCode(204);
        report(event(newId(), "reader-who-stays", "cycle.days.read")).statusCode(204);

        erase("erased-reader").body("remarks", contains("LOG_KEEPS_COMMITMENTS"));

        assertThat(opened(id)).isZero();
        assertThat(logged(id)).isEqualTo(1);
        accessLog("erased-reader").statusCode(410).body("code", equalTo("account-erased"));
        accessLog("reader-who-stays").statusCode(200).body("entries[0].action", equalTo("cycle.days.read"));
    }

    @Test
    void anEventThatComesLateIsLoggedAndNobodyKeepsWhatOpensIt() {
        report(event(newId(), "late-events", "cycle.days.read")).statusCode(204);
        erase("late-events");
        UUID late = newId();
        UUID others = newId();

        report(event(late, "late-events", "cycle.days.write"), event(others, "punctual", "cycle.days.write"))
                .statusCode(204);

        assertThat(logged(late)).isEqualTo(1);
        assertThat(opened(late)).isZero();
        assertThat(opened(others)).isEqualTo(1);
    }

    @Test
    void anEventOfHersThatIsDeliveredAgainIsTheSame() {
        UUID id = newId();
        String event = event(id, "redelivered", "cycle.days.read");
        report(event).statusCode(204);
        erase("redelivered");

        report(event).statusCode(204);

        assertThat(logged(id)).isEqualTo(1);
        assertThat(opened(id)).isZero();
    }

    @Test
    void theEntriesAboutAnErasureCanBeShownWithTheirProofs() {
        UUID erasure = UUID.randomUUID();
        String name = "erasure:" + erasure;
        entries(erasure).body("entries", empty());
        report("billing-service", List.of(event(newId(), name, "billing.erasure.done")))
                .statusCode(204);
        report("profile-service", List.of(event(newId(), name, "profile.account.delete")))
                .statusCode(204);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> entries(erasure).extract().<List<?>>path("entries").size() == 2);
        entries(erasure)
                .body("entries.action", contains("billing.erasure.done", "profile.account.delete"))
                .body("entries[0].proof", containsString("c2sp.org/tlog-proof@v1"))
                .body("entries[1].proof", containsString("\nindex "));
    }

    /** The subject of a real person never begins so, but a malformed id must not lead to one either. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"erasure\":\"reader-who-stays\"}", "{\"erasure\":null}", "[]"})
    void entriesOfAnybodyElseAreNotShown(String body) {
        ask(Roles.PEER_PROFILE, body).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.USER, Roles.SECURITY, Roles.AUDITOR, Roles.PEER_CYCLE, Roles.PEER_BILLING})
    void onlyProfileServiceIsShownThem(String role) {
        ask(role, "{\"erasure\":\"" + UUID.randomUUID() + "\"}").statusCode(403);
    }

    private long opened(UUID event) {
        return data.number(
                "select count(*) from access_event e join log_leaf l using (index) where l.event_id = ?", event);
    }

    private long logged(UUID event) {
        return data.number("select count(*) from log_leaf where event_id = ?", event);
    }

    private static ValidatableResponse erase(String user) {
        return given().auth()
                .oauth2(Tokens.of("profile-service", Roles.PEER_PROFILE))
                .contentType(ContentType.JSON)
                .body("{\"erasure\":\"" + UUID.randomUUID() + "\",\"subject\":\"" + user + "\"}")
                .post("/internal/erasure")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse entries(UUID erasure) {
        return ask(Roles.PEER_PROFILE, "{\"erasure\":\"" + erasure + "\"}").statusCode(200);
    }

    private static ValidatableResponse ask(String role, String body) {
        return given().auth()
                .oauth2(Tokens.of("a-peer", role))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/erasure-entries")
                .then();
    }
}
