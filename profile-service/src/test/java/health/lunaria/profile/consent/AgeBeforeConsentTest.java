package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.profile.provider.FakeKeycloak;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As in production, where the age is asked for before the consent. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(FakeKeycloak.class)
class AgeBeforeConsentTest {

    @Test
    void whoseAgeIsNotKnownCannotConsentToHealthData() {
        decide("ageless", "health-data", true).statusCode(403).body("code", equalTo("age-unknown"));

        given().auth()
                .oauth2(Tokens.of("ageless"))
                .get("/v1/profile/consents")
                .then()
                .body("consents.findAll { it.granted }.size()", equalTo(0));
    }

    @Test
    void whoWasTooYoungForAProfileCannotConsentToHealthData() {
        write("too-young-to-consent", 2100).statusCode(403);

        decide("too-young-to-consent", "health-data", true).statusCode(403).body("code", equalTo("age-unknown"));
    }

    @Test
    void afterTheAgeGateSheConsents() {
        write("of-age", 1990).statusCode(200);

        decide("of-age", "health-data", true).statusCode(200);
    }

    @Test
    void aNoNeedsNoAge() {
        decide("refusing", "health-data", false).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analytics", "marketing", "research"})
    void otherPurposesAreNotAboutHealth(String purpose) {
        decide("other-purposes", purpose, true).statusCode(200);
    }

    private static ValidatableResponse write(String user, int birthYear) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"country\":\"DE\",\"birthYear\":" + birthYear + "}")
                .put("/v1/profile")
                .then();
    }

    private static ValidatableResponse decide(String user, String purpose, boolean granted) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"granted\":" + granted + ",\"policyVersion\":\"2026-11\"}")
                .put("/v1/profile/consents/" + purpose)
                .then();
    }
}
