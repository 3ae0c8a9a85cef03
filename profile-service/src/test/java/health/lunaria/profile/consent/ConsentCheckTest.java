package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
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

    private static ValidatableResponse check(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/internal/consents/check")
                .then();
    }
}
