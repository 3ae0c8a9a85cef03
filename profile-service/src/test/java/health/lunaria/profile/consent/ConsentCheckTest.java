package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Certificates themselves are tested by system-tests; here it is about what a role may. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ConsentCheckTest {

    private static final String QUESTION = "{\"subject\":\"asked-about\",\"purpose\":\"health-data\"}";

    @Test
    @TestSecurity(user = "cycle-service", roles = Roles.PEER_CYCLE)
    void whoNeverConsentedDoesNotConsent() {
        check(QUESTION).statusCode(200).body("granted", equalTo(false));
    }

    /** A token plays the certificate here, because the same test needs her token as well. */
    @Test
    void aDecisionCountsForTheServicesAtOnce() {
        for (boolean granted : new boolean[] {true, false, true}) {
            given().auth()
                    .oauth2(Tokens.of("deciding"))
                    .contentType(ContentType.JSON)
                    .body("{\"granted\":" + granted + ",\"policyVersion\":\"2026-11\"}")
                    .put("/v1/profile/consents/health-data")
                    .then()
                    .statusCode(200);
            for (String role : new String[] {Roles.PEER_CYCLE, Roles.PEER_BILLING}) {
                isGranted(role, "health-data", granted);
                isGranted(role, "research", false);
            }
        }
    }

    @Test
    @TestSecurity(user = "cycle-service", roles = Roles.PEER_CYCLE)
    void aCheckIsAnAccess() {
        Sql data = Sql.in(TestDatabases.start().data());
        long before = data.number("select count(*) from outbox");
        check(QUESTION).statusCode(200);
        check("{}").statusCode(400);

        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(1);
    }

    @Test
    @TestSecurity(user = "cycle-service", roles = Roles.PEER_CYCLE)
    void aQuestionIsNotRepeatedInTheAnswer() {
        check("{\"subject\":\"mArKeR7391\",\"purpose\":\"mArKeR7391\"}")
                .statusCode(400)
                .body(not(containsString("mArKeR7391")));
        check("{\"subject\":\"" + "mArKeR7391".repeat(26) + "\",\"purpose\":\"research\"}")
                .statusCode(400)
                .body("fields[0].field", equalTo("subject"))
                .body(not(containsString("mArKeR7391")));
    }

    @Test
    @TestSecurity(user = "cycle-service", roles = Roles.PEER_CYCLE)
    void anIncompleteQuestionIsRefused() {
        check("{\"subject\":\"asked-about\"}").statusCode(400);
        check("{\"subject\":\"\",\"purpose\":\"health-data\"}").statusCode(400);
        check("{\"subject\":\"asked-about\",\"purpose\":\"everything\"}").statusCode(400);
    }

    @Test
    @TestSecurity(user = "audit-service", roles = Roles.PEER_AUDIT)
    void auditServiceHasNoBusinessHere() {
        check(QUESTION).statusCode(403);
    }

    @Test
    void aUserHasNoBusinessHere() {
        given().auth()
                .oauth2(Tokens.of("asked-about"))
                .contentType(ContentType.JSON)
                .body(QUESTION)
                .post("/internal/consents/check")
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyUnknownHasBusinessHere() {
        check(QUESTION).statusCode(401);
    }

    private static void isGranted(String role, String purpose, boolean granted) {
        given().auth()
                .oauth2(Tokens.of("a-peer", role))
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"deciding\",\"purpose\":\"" + purpose + "\"}")
                .post("/internal/consents/check")
                .then()
                .statusCode(200)
                .body("granted", equalTo(granted));
    }

    private static ValidatableResponse check(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/internal/consents/check")
                .then();
    }
}
