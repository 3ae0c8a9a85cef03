package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ConsentResourceTest {

    @Test
    void nothingIsConsentedToUnasked() {
        consents("undecided")
                .body("consents.purpose", contains("health-data", "analytics", "marketing", "research"))
                .body("consents.granted", everyItem(equalTo(false)))
                .body("consents.policyVersion", everyItem(nullValue()));
    }

    @Test
    void aConsentIsGivenForOnePurposeOnly() {
        decide("giving", "analytics", true).statusCode(200).body("decidedAt", notNullValue());

        consents("giving")
                .body("consents.find { it.purpose == 'analytics' }.granted", equalTo(true))
                .body("consents.findAll { it.granted }", hasSize(1));
    }

    @Test
    void aWithdrawalCountsAndTheHistoryIsKept() {
        decide("changing", "research", true).statusCode(200);
        decide("changing", "research", false).statusCode(200);

        consents("changing").body("consents.find { it.purpose == 'research' }.granted", equalTo(false));
        history("changing").body("consents.granted", contains(false, true));
    }

    @Test
    void theSameDecisionAgainChangesNothing() {
        String first = decide("repeating", "research", true).extract().path("decidedAt");
        decide("repeating", "research", true).statusCode(200).body("decidedAt", equalTo(first));

        history("repeating").body("consents", hasSize(1));
    }

    @Test
    void nobodySeesAnothersConsents() {
        decide("first-person", "marketing", true).statusCode(200);

        consents("second-person").body("consents.findAll { it.granted }", hasSize(0));
        history("second-person").body("consents", hasSize(0));
    }

    @Test
    void anUnknownPurposeIsNotFound() {
        decide("curious", "world-domination", true).statusCode(404).body("code", equalTo("unknown-purpose"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"granted\":true}",
                "{\"policyVersion\":\"2026-11\"}",
                "{\"granted\":\"true\",\"policyVersion\":\"2026-11\"}",
                "{\"granted\":1,\"policyVersion\":\"2026-11\"}",
                "{\"granted\":null,\"policyVersion\":\"2026-11\"}",
                "{\"granted\":true,\"policyVersion\":\"2026-13\"}",
                "{\"granted\":true,\"policyVersion\":202611}"
            })
    void aHalfDecisionIsNone(String body) {
        given().auth()
                .oauth2(Tokens.of("half"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/profile/consents/research")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"));
        history("half").body("consents", hasSize(0));
    }

    private static ValidatableResponse decide(String user, String purpose, boolean granted) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"granted\":" + granted + ",\"policyVersion\":\"2026-11\"}")
                .put("/v1/profile/consents/" + purpose)
                .then();
    }

    private static ValidatableResponse consents(String user) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/profile/consents").then().statusCode(200);
    }

    private static ValidatableResponse history(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/profile/consents/history")
                .then()
                .statusCode(200);
    }
}
