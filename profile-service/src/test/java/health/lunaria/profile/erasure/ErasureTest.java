package health.lunaria.profile.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.profile.erasure.ErasurePeers.Fault;
import health.lunaria.profile.provider.FakeKeycloak;
import health.lunaria.profile.receipt.Jws;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasures from the order to the receipt, among peers that fail. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(FakeKeycloak.class)
class ErasureTest {

    private static final String ERASURE = "/v1/profile/erasure";
    private static final String RECEIPTS = ERASURE + "/receipts/";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void everythingIsErasedAndTheReceiptNamesEachStep() {
        FakeKeycloak.account("leaving");
        write("leaving");
        String id = order("leaving", 0);

        JsonPath done = awaitReceipt(id);
        String jws = done.getString("receipt");
        assertThat(Jws.verifies(jws, key())).isTrue();
        assertThat(Jws.part(jws, 0)).contains("\"typ\":\"erasure-receipt+jws\"");
        JsonPath statement = Jws.statement(jws);
        assertThat(statement.getString("schema_version")).isEqualTo("lunaria-erasure-receipt/1");
        assertThat(statement.getString("record_id")).isEqualTo(id);
        assertThat(statement.getList("steps.action", String.class))
                .containsExactlyInAnyOrder(
                        "billing.erasure.done",
                        "cycle.erasure.done",
                        "audit.erasure.done",
                        "profile.account.close",
                        "profile.erasure.done",
                        "profile.account.delete");
        assertThat(Duration.between(
                        Instant.parse(statement.getString("completed_at")),
                        Instant.parse(statement.getString("backups_unreadable_at"))))
                .isEqualTo(Duration.ofDays(23));
        assertThat(statement.getList("remarks", String.class))
                .containsExactly("store-keeps-invoices", "log-keeps-commitments");
        assertThat(done.getList("remarks.name", String.class)).isEqualTo(statement.getList("remarks", String.class));
        assertThat(done.getList("proofs.proof", String.class)).hasSize(6).contains("proof of cycle.erasure.done");
    }

    @Test
    void nothingIsLeftThatLeadsToHer() {
        write("traceless");
        long profiles = data.number("select count(*) from profile");
        long decisions = data.number("select count(*) from consent_decision");
        String id = order("traceless", 0);
        awaitReceipt(id);

        assertThat(data.number("select count(*) from profile")).isEqualTo(profiles - 1);
        assertThat(data.number("select count(*) from consent_decision")).isEqualTo(decisions - 1);
        assertThat(data.number(
                        "select count(*) from erasure_order where id = ? and subject is null and subject_ref is null",
                        UUID.fromString(id)))
                .isEqualTo(1);
        assertThat(given().get(RECEIPTS + id).asString()).doesNotContain("traceless");
        assertThat(data.number("select count(*) from erasure where id = ?", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void theAccountAtTheProviderIsGone() {
        FakeKeycloak.login("logged-in", "a1111111-1111-4111-8111-111111111111", 1);
        String id = order("logged-in", 0);
        awaitReceipt(id);

        assertThat(FakeKeycloak.sessions("logged-in")).isEmpty();
    }

    @Test
    void aTokenThatIsStillOutOpensNothingAnyMore() {
        write("still-here");
        awaitReceipt(order("still-here", 0));

        call("still-here").get("/v1/profile").then().statusCode(410).body("code", equalTo("account-erased"));
        put("still-here").statusCode(410).body("code", equalTo("account-erased"));
        call("still-here").body("{}").post(ERASURE).then().statusCode(410);
        given().auth()
                .oauth2(Tokens.of("cycle-service", Roles.PEER_CYCLE))
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "still-here", "purpose", "health-data"))
                .post("/internal/consents/check")
                .then()
                .statusCode(200)
                .body("granted", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "billing, BEFORE", "billing, AFTER", "billing, GARBLED",
        "cycle, BEFORE", "cycle, AFTER", "cycle, GARBLED",
        "audit, BEFORE", "audit, AFTER", "audit, GARBLED"
    })
    void whatFailsIsDoneAgainUntilItIsDone(String service, Fault fault) {
        String user = "unlucky-" + service + "-" + fault;
        ErasurePeers.fail(service, user, fault, 1);
        String id = order(user, 0);

        JsonPath done = awaitReceipt(id);
        assertThat(ErasurePeers.calls(service, user)).isEqualTo(2);
        assertThat(Jws.statement(done.getString("receipt")).getList("steps")).hasSize(6);
        assertThat(data.number("select count(*) from erasure_order_step where erasure_id = ?", UUID.fromString(id)))
                .isEqualTo(6);
    }

    @Test
    void aProviderThatFailsHoldsItUpOnlyUntilItIsBack() {
        FakeKeycloak.account("provider-away");
        String id = order("provider-away", 1);
        FakeKeycloak.failsWith("provider-away", 500);
        bringForward("provider-away");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> data.number("select attempts from erasure_order where id = ?", UUID.fromString(id)) > 0);
        assertThat(ErasurePeers.calls("billing", "provider-away")).isZero();
        FakeKeycloak.failsWith("provider-away", 0);
        awaitReceipt(id);
    }

    @Test
    void oneThatHangsDoesNotHoldUpOthers() {
        ErasurePeers.fail("cycle", "hanging", Fault.BEFORE, 1000);
        String hanging = order("hanging", 0);
        awaitRunning(hanging);

        awaitReceipt(order("not-hanging", 0));

        given().get(RECEIPTS + hanging)
                .then()
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("receipt", nullValue());
        assertThat(ErasurePeers.calls("audit", "hanging")).isZero();
        ErasurePeers.fail("cycle", "hanging", Fault.BEFORE, 0);
        awaitReceipt(hanging);
    }

    @Test
    void itCanBeCancelledWhileItWaits() {
        write("hesitating");
        String id = order("hesitating", 72);
        read("hesitating").statusCode(200).body("state", equalTo("waiting")).body("id", equalTo(id));
        given().get(RECEIPTS + id).then().body("state", equalTo("waiting"));

        cancel("hesitating").statusCode(204);

        read("hesitating").statusCode(404);
        cancel("hesitating").statusCode(404);
        given().get(RECEIPTS + id).then().statusCode(404);
        call("hesitating").get("/v1/profile").then().statusCode(200);
        assertThat(order("hesitating", 72)).isNotEqualTo(id);
        cancel("hesitating").statusCode(204);
    }

    @Test
    void itCannotBeCancelledWhenItHasBegun() {
        ErasurePeers.fail("billing", "too-late", Fault.BEFORE, 1000);
        String id = order("too-late", 0);
        awaitRunning(id);

        cancel("too-late").statusCode(409).body("code", equalTo("erasure-under-way"));
        ErasurePeers.fail("billing", "too-late", Fault.BEFORE, 0);
        awaitReceipt(id);
    }

    @Test
    void orderedAgainItIsTheSameAndBeginsEarlierIfWanted() {
        String id = order("impatient", 72);
        assertThat(order("impatient", 100)).isEqualTo(id);
        read("impatient").body("startsAt", not(equalTo(null)));

        assertThat(order("impatient", 0)).isEqualTo(id);
        awaitReceipt(id);
    }

    @Test
    void withoutWordItWaitsThreeDays() {
        JsonPath order = call("usual")
                .body("{}")
                .post(ERASURE)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();

        assertThat(Duration.between(
                        Instant.parse(order.getString("requestedAt")), Instant.parse(order.getString("startsAt"))))
                .isEqualTo(Duration.ofHours(72));
        cancel("usual").statusCode(204);
    }

    @Test
    void anOldLoginIsNotEnough() {
        given().auth()
                .oauth2(Tokens.ofOldLogin("old-login"))
                .contentType(ContentType.JSON)
                .body("{\"coolingOffHours\":0}")
                .post(ERASURE)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                .header("WWW-Authenticate", containsString("max_age=\"300\""))
                .body("code", equalTo("fresh-login-required"));
        read("old-login").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"coolingOffHours\":-1}",
                "{\"coolingOffHours\":721}",
                "{\"coolingOffHours\":\"soon\"}",
                "[]",
                ""
            })
    void anOrderThatMakesNoSenseIsRefused(String body) {
        call("nonsense").body(body).post(ERASURE).then().statusCode(400);
        read("nonsense").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "x", "1"})
    void aReceiptOfNothingIsNotFound(String id) {
        given().get(RECEIPTS + id).then().statusCode(404);
    }

    @Test
    void nobodySeesOrCancelsAnothers() {
        order("owner-of-erasure", 72);

        read("not-the-owner").statusCode(404);
        cancel("not-the-owner").statusCode(404);
        read("owner-of-erasure").statusCode(200);
        cancel("owner-of-erasure").statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.DPO, Roles.SUPPORT, Roles.SECURITY, Roles.PEER_CYCLE, Roles.PEER_AUDIT})
    void onlySheOrdersIt(String role) {
        given().auth()
                .oauth2(Tokens.of("somebody-else", role))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ERASURE)
                .then()
                .statusCode(403);
    }

    @Test
    void whomItIsAboutIsSealedWhileItWaits() {
        order("mArKeR7393", 72);

        byte[] stored = data.bytes("select string_agg(subject, ''::bytea) from erasure_order");
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("mArKeR7393");
        cancel("mArKeR7393").statusCode(204);
    }

    private static void write(String user) {
        put(user).statusCode(200);
        call(user)
                .body(Map.of("granted", true, "policyVersion", "2026-11"))
                .put("/v1/profile/consents/research")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(String user) {
        return call(user)
                .header("If-None-Match", "*")
                .body(Map.of("displayName", "A name", "country", "DE", "birthYear", 1990))
                .put("/v1/profile")
                .then();
    }

    private static String order(String user, int hours) {
        return call(user)
                .body(Map.of("coolingOffHours", hours))
                .post(ERASURE)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void bringForward(String user) {
        order(user, 0);
    }

    private static ValidatableResponse read(String user) {
        return call(user).get(ERASURE).then();
    }

    private static ValidatableResponse cancel(String user) {
        return call(user).delete(ERASURE).then();
    }

    private static void awaitRunning(String id) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get(RECEIPTS + id).path("state").equals("running"));
    }

    private static JsonPath awaitReceipt(String id) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> given().get(RECEIPTS + id).path("state").equals("done"));
        return given().get(RECEIPTS + id).jsonPath();
    }

    private static String key() {
        return given().get(RECEIPTS + "key").then().statusCode(200).extract().path("x");
    }

    private static RequestSpecification call(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }
}
