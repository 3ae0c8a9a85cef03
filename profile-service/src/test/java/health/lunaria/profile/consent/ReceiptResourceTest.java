package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.profile.receipt.Jws;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestKms;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts are verified by the JDK, from the JWK alone, as a stranger would. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ReceiptResourceTest {

    private static final String RECEIPTS = "/v1/profile/consents/receipts";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whoNeverDecidedHasNone() {
        receipts("no-receipts").body("receipts", hasSize(0)).body("next", nullValue());
    }

    @Test
    void eachDecisionHasAReceiptThatStrangersCanVerify() {
        decide("keeping", "research", true);
        decide("keeping", "research", false);

        List<String> found =
                receipts("keeping").body("receipts", hasSize(2)).extract().path("receipts.jws");
        assertThat(found).allSatisfy(jws -> assertThat(verifies(jws)).isTrue());
        assertThat(Jws.statement(found.get(0)).getBoolean("consent_given")).isFalse();
        assertThat(Jws.statement(found.get(1)).getBoolean("consent_given")).isTrue();
    }

    @Test
    void aReceiptStatesTheDecisionThePolicyAndWhoIsResponsible() {
        String decidedAt = decide("stating", "research", true).extract().path("decidedAt");
        String hash = call("stating")
                .get("/v1/profile/policies")
                .then()
                .extract()
                .path("policies.find { it.purpose == 'research' }.sha256");

        JsonPath item = receipts("stating").extract().jsonPath();
        JsonPath statement = Jws.statement(item.getString("receipts[0].jws"));
        assertThat(statement.getString("schema_version")).isEqualTo("lunaria-consent-receipt/1");
        assertThat(statement.getString("record_id")).isEqualTo(item.getString("receipts[0].id"));
        assertThat(statement.getString("purpose")).isEqualTo("research");
        assertThat(statement.getString("event_time")).isEqualTo(decidedAt);
        assertThat(statement.getString("privacy_notice.version")).isEqualTo("2026-11");
        assertThat(statement.getString("privacy_notice.sha256")).isEqualTo(hash);
        assertThat(statement.getString("pii_controller.name")).isEqualTo("Lunaria");
        assertThat(statement.getString("withdrawal_method")).contains("/v1/profile/consents/research");
    }

    @Test
    void aReceiptDoesNotSayWhoDecided() {
        decide("mArKeR7392", "research", true);

        String jws = jws("mArKeR7392");
        assertThat(Jws.part(jws, 0) + Jws.part(jws, 1))
                .doesNotContain("mArKeR7392")
                .doesNotContain("sub");
    }

    @Test
    void aReceiptWithAChangedByteIsRefused() {
        decide("forging", "marketing", false);
        String jws = jws("forging");
        String x = key().get("x");
        assertThat(Jws.verifies(jws, x)).isTrue();

        byte[] payload = Base64.getUrlDecoder().decode(jws.split("\\.")[1]);
        for (int i = 0; i < payload.length; i++) {
            byte[] changed = payload.clone();
            changed[i] ^= 1;
            assertThat(Jws.verifies(Jws.with(jws, 1, changed), x)).isFalse();
        }
        byte[] signature = Base64.getUrlDecoder().decode(jws.split("\\.")[2]);
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(Jws.verifies(Jws.with(jws, 2, changed), x)).isFalse();
        }
        assertThat(Jws.verifies(Jws.with(jws, 0, "{\"alg\":\"none\"}".getBytes(UTF_8)), x))
                .isFalse();
        assertThat(Jws.verifies(jws.substring(0, jws.length() - 4), x)).isFalse();
    }

    @Test
    void theSignatureOfOneReceiptIsNotThatOfAnother() {
        decide("swapping", "marketing", true);
        decide("swapping", "research", true);

        List<String> found = receipts("swapping").extract().path("receipts.jws");
        byte[] other = Base64.getUrlDecoder().decode(found.get(1).split("\\.")[2]);
        assertThat(verifies(Jws.with(found.get(0), 2, other))).isFalse();
    }

    @Test
    void theKeyIsNamedByItsThumbprint() throws GeneralSecurityException {
        decide("naming", "research", true);

        Map<String, String> key = key();
        assertThat(key)
                .containsEntry("kty", "OKP")
                .containsEntry("crv", "Ed25519")
                .containsEntry("alg", "EdDSA");
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + key.get("x") + "\"}";
        byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
        assertThat(Base64.getUrlDecoder().decode(key.get("kid"))).isEqualTo(thumbprint);
        JsonPath header = JsonPath.from(Jws.part(jws("naming"), 0));
        assertThat(header.getString("kid")).isEqualTo(key.get("kid"));
        assertThat(header.getString("alg")).isEqualTo("EdDSA");
    }

    @Test
    void theSameDecisionAgainHasNoFurtherReceipt() {
        decide("once", "research", true);
        decide("once", "research", true);

        receipts("once").body("receipts", hasSize(1));
    }

    @Test
    void aDecisionThatIsRefusedHasNoReceipt() {
        call("refused-receipt")
                .body("{\"granted\":true,\"policyVersion\":\"2026-10\"}")
                .put("/v1/profile/consents/research")
                .then()
                .statusCode(409);

        receipts("refused-receipt").body("receipts", hasSize(0));
    }

    @Test
    void withoutKmsTheDecisionHoldsAndItsReceiptIsSignedLater() {
        decide("out-of-luck", "marketing", true);
        TestKms.start().whileAway(() -> {
            decide("out-of-luck", "research", true);
            call("out-of-luck")
                    .get("/v1/profile/consents")
                    .then()
                    .body("consents.find { it.purpose == 'research' }.granted", equalTo(true));
            receipts("out-of-luck").body("receipts", hasSize(2)).body("receipts[0].jws", nullValue());
        });

        await().atMost(Duration.ofSeconds(20))
                .until(() -> receipts("out-of-luck").extract().path("receipts[0].jws") != null);
        JsonPath found = receipts("out-of-luck").extract().jsonPath();
        assertThat(verifies(found.getString("receipts[0].jws"))).isTrue();
        assertThat(Jws.statement(found.getString("receipts[0].jws")).getString("record_id"))
                .isEqualTo(found.getString("receipts[0].id"));
        assertThat(data.number(
                        "select count(*) from consent_receipt where next_at is not null or statement is not null"))
                .isZero();
    }

    @Test
    void pagesFollowOneAnotherAndTheirCursorIsNobodyElses() {
        for (int i = 0; i < ReceiptResource.PAGE + 1; i++) {
            decide("paging", "research", i % 2 == 0);
        }
        JsonPath first = receipts("paging").extract().jsonPath();
        assertThat(first.getList("receipts")).hasSize(ReceiptResource.PAGE);

        JsonPath second = call("paging")
                .queryParam("cursor", first.getString("next"))
                .get(RECEIPTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(second.getList("receipts")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        assertThat(first.getList("receipts.id")).doesNotContainAnyElementsOf(second.getList("receipts.id"));
        call("not-paging")
                .queryParam("cursor", first.getString("next"))
                .get(RECEIPTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "not-a-cursor", "AAAA", "%00"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        call("inventing").queryParam("cursor", cursor).get(RECEIPTS).then().statusCode(400);
    }

    @Test
    void nobodySeesAnothersReceipts() {
        decide("has-receipt", "research", true);

        receipts("has-no-receipt").body("receipts", hasSize(0));
    }

    @Test
    void onlyAUserHasReceipts() {
        given().get(RECEIPTS).then().statusCode(401);
        given().get(RECEIPTS + "/key").then().statusCode(401);
        given().auth().oauth2(Tokens.of("dpo", Roles.DPO)).get(RECEIPTS).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("peer", Roles.PEER_CYCLE))
                .get(RECEIPTS)
                .then()
                .statusCode(403);
    }

    @Test
    void receiptsAreSealedAndNotMovable() {
        decide("sealed-receipt", "research", true);
        byte[] stored = data.bytes("select string_agg(signed, ''::bytea) from consent_receipt");
        assertThat(new String(stored, ISO_8859_1)).doesNotContain("eyJ").doesNotContain("research");

        decide("sealed-receipt", "research", false);
        String newest = "(select subject_ref from consent_receipt"
                + " where xmin::text::bigint = (select max(xmin::text::bigint) from consent_receipt))";
        data.change("update consent_receipt set revision = revision + 1000000000 where subject_ref = " + newest);
        call("sealed-receipt").get(RECEIPTS).then().statusCode(500).body("code", equalTo("internal-error"));
    }

    private static ValidatableResponse decide(String user, String purpose, boolean granted) {
        return call(user)
                .body(Map.of("granted", granted, "policyVersion", "2026-11"))
                .put("/v1/profile/consents/" + purpose)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse receipts(String user) {
        return call(user).get(RECEIPTS).then().statusCode(200);
    }

    private static String jws(String user) {
        return receipts(user).extract().path("receipts[0].jws");
    }

    private static Map<String, String> key() {
        return call("anybody")
                .get(RECEIPTS + "/key")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    private static boolean verifies(String jws) {
        return Jws.verifies(jws, key().get("x"));
    }

    private static RequestSpecification call(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }
}
