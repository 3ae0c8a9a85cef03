package health.lunaria.billing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import health.lunaria.billing.stripe.SignedNotification;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Certificates themselves are tested by system-tests; here a token plays the certificate, because it is about what a role
 * may.
 */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class EntitlementCheckTest {

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whoBoughtNothingIsEntitledToNothing() {
        check("bought-nothing").statusCode(200).body("granted", equalTo(false));
    }

    @Test
    void aQuestionMakesNoAccount() {
        long before = data.number("select count(*) from billing_account");
        check("never-seen").statusCode(200);

        assertThat(data.number("select count(*) from billing_account")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "active, true",
        "trialing, true",
        "past_due, true",
        "incomplete, false",
        "unpaid, false",
        "paused, false",
        "canceled, false"
    })
    void whatGivesAccessIsGranted(String status, boolean granted) {
        String user = "checked-" + status;
        tell(user, status, Instant.now());

        check(user).statusCode(200).body("granted", equalTo(granted));
    }

    @Test
    void whatEndsIsNotGrantedAnyMore() {
        tell("leaving", "active", Instant.now().minusSeconds(60));
        check("leaving").body("granted", equalTo(true));

        tell("leaving", "canceled", Instant.now());
        check("leaving").body("granted", equalTo(false));
    }

    @Test
    void whatOneBoughtIsNotAnothers() {
        tell("generous", "active", Instant.now());

        check("envious").body("granted", equalTo(false));
    }

    @Test
    void aCheckIsAnAccessAndARefusedOneIsNone() {
        long before = data.number("select count(*) from outbox");
        check("audited").statusCode(200);
        ask(Tokens.of("cycle", Roles.PEER_CYCLE), "{}").statusCode(400);
        ask(Tokens.of("audited"), question("audited")).statusCode(403);

        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"subject\":\"mArKeR7391\"}",
                "{\"entitlement\":\"premium\"}",
                "{\"subject\":\"\",\"entitlement\":\"premium\"}",
                "{\"subject\":\"  \",\"entitlement\":\"premium\"}",
                "{\"subject\":7,\"entitlement\":\"premium\"}",
                "{\"subject\":\"mArKeR7391\",\"entitlement\":\"\"}",
                "{\"subject\":\"mArKeR7391\",\"entitlement\":\"mArKeR7391\"}",
                "{\"subject\":\"mArKeR7391\",\"entitlement\":\"PREMIUM\"}",
                "{\"subject\":\"mArKeR7391\",\"entitlement\":\"premium\",\"mArKeR7391\":1}",
                "{\"subject\":\"mArKeR7391"
            })
    void aQuestionThatIsNoneIsRefusedAndNotRepeated(String body) {
        ask(Tokens.of("cycle", Roles.PEER_CYCLE), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body(not(containsString("mArKeR7391")));
    }

    @Test
    void aSubjectThatIsTooLongIsRefused() {
        check("mArKeR7391".repeat(26))
                .statusCode(400)
                .body("fields[0].field", equalTo("subject"))
                .body(not(containsString("mArKeR7391")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Roles.PEER_PROFILE, Roles.PEER_BILLING, Roles.PEER_AUDIT, Roles.USER, Roles.SUPPORT, Roles.DPO})
    void nobodyElseHasBusinessHere(String role) {
        ask(Tokens.of("somebody", role), question("somebody")).statusCode(403);
    }

    @Test
    void nobodyUnknownHasBusinessHere() {
        given().contentType(ContentType.JSON)
                .body(question("somebody"))
                .post("/internal/entitlements/check")
                .then()
                .statusCode(401);
    }

    private static void tell(String user, String status, Instant at) {
        String account = given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/billing/entitlements")
                .then()
                .statusCode(200)
                .extract()
                .path("accountId");
        SignedNotification.send(SignedNotification.subscription("evt_" + UUID.randomUUID(), at, account, status))
                .statusCode(204);
    }

    private static ValidatableResponse check(String subject) {
        return ask(Tokens.of("cycle", Roles.PEER_CYCLE), question(subject));
    }

    private static String question(String subject) {
        return "{\"subject\":\"" + subject + "\",\"entitlement\":\"premium\"}";
    }

    private static ValidatableResponse ask(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/entitlements/check")
                .then();
    }
}
