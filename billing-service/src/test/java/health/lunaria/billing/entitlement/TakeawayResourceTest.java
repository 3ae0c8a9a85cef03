package health.lunaria.billing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.billing.stripe.SignedNotification;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.takeaway.ZipParts;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service's part of the archive of everything. A token plays the certificate. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class TakeawayResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void thePartHasAccountSubscriptionsAndEntitlements() throws IOException {
        Instant now = Instant.now();
        String account = entitlements("takes-purchases").path("accountId").textValue();
        SignedNotification.send(SignedNotification.subscription("evt_" + UUID.randomUUID(), now, account, "active"))
                .statusCode(204);

        JsonNode purchases = purchases("takes-purchases");

        assertThat(purchases.path("accountId").textValue()).isEqualTo(account);
        assertThat(purchases.path("subscriptions")).hasSize(1);
        assertThat(purchases.at("/subscriptions/0/store").textValue()).isEqualTo("stripe");
        assertThat(purchases.at("/subscriptions/0/state").textValue()).isEqualTo("active");
        assertThat(purchases.path("entitlements"))
                .isEqualTo(entitlements("takes-purchases").path("entitlements"));
        assertThat(purchases.path("revokedAt").isNull()).isTrue();
    }

    @Test
    void whoNeverHadAnAccountGetsNoneByIt() throws IOException {
        long before = data.number("select count(*) from billing_account");

        JsonNode purchases = purchases("never-had-an-account");

        assertThat(purchases.path("accountId").isNull()).isTrue();
        assertThat(purchases.path("subscriptions")).isEmpty();
        assertThat(data.number("select count(*) from billing_account")).isEqualTo(before);
    }

    @Test
    void nothingOfAnyoneElseIsInIt() throws IOException {
        String others = entitlements("takes-other").path("accountId").textValue();
        String own = entitlements("takes-own").path("accountId").textValue();

        assertThat(purchases("takes-own").path("accountId").textValue())
                .isEqualTo(own)
                .isNotEqualTo(others);
    }

    @Test
    void itIsAnAccess() {
        long before = data.number("select sum(recorded)::bigint from outbox_total");
        ask(Roles.PEER_PROFILE, "{\"subject\":\"audited\"}").then().statusCode(200);
        ask(Roles.PEER_PROFILE, "{}").then().statusCode(400);

        assertThat(data.number("select sum(recorded)::bigint from outbox_total") - before)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Roles.PEER_CYCLE, Roles.PEER_AUDIT, Roles.PEER_BILLING, Roles.USER, Roles.DPO, Roles.SUPPORT})
    void nobodyElseHasBusinessHere(String role) {
        ask(role, "{\"subject\":\"somebody\"}").then().statusCode(403);
    }

    @Test
    void nobodyUnknownHasBusinessHere() {
        given().contentType(ContentType.JSON)
                .body("{\"subject\":\"somebody\"}")
                .post("/internal/export")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"subject\":\" \"}", "{\"subject\":\"a\",\"mArKeR7391\":1}"})
    void aQuestionThatIsNoneIsRefusedAndNotRepeated(String body) {
        ask(Roles.PEER_PROFILE, body).then().statusCode(400).body(not(containsString("mArKeR7391")));
    }

    private static JsonNode entitlements(String user) throws IOException {
        return JSON.readTree(given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/billing/entitlements")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode purchases(String user) throws IOException {
        byte[] zip = ask(Roles.PEER_PROFILE, "{\"subject\":\"" + user + "\"}")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        ZipParts.check(new ByteArrayInputStream(zip), 1_000_000, 1);
        try (ZipParts parts = new ZipParts(new ByteArrayInputStream(zip))) {
            ZipParts.Part only = parts.next().orElseThrow();
            assertThat(only.name()).isEqualTo("purchases.json");
            return JSON.readTree(only.content().readAllBytes());
        }
    }

    private static Response ask(String role, String body) {
        return given().auth()
                .oauth2(Tokens.of("a-peer", role))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/export");
    }
}
