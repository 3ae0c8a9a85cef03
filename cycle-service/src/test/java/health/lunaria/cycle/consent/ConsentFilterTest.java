package health.lunaria.cycle.consent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ConsentFilterTest {

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/cycle/days", "POST, /v1/cycle/days/search", "GET, /v1/cycle/cycles", "GET, /v1/cycle/prediction"
    })
    void nothingWorksWithoutConsent(String method, String route) {
        FakeProfileService.refuse("refusing");

        given().auth()
                .oauth2(Tokens.of("refusing"))
                .contentType(ContentType.JSON)
                .body("{}")
                .request(method, route)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("consent-required"));
    }

    @ParameterizedTest
    @CsvSource({"PUT, /v1/cycle/days", "GET, /v1/cycle/prediction"})
    void noAnswerIsNoConsent(String method, String route) {
        FakeProfileService.failFor("unlucky");

        given().auth()
                .oauth2(Tokens.of("unlucky"))
                .contentType(ContentType.JSON)
                .body("{}")
                .request(method, route)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("consent-unknown"));
    }

    @Test
    void aConsentCountsAtOnce() {
        FakeProfileService.refuse("hesitant");
        given().auth().oauth2(Tokens.of("hesitant")).get("/v1/cycle/cycles").then().statusCode(403);

        FakeProfileService.consent("hesitant");

        given().auth().oauth2(Tokens.of("hesitant")).get("/v1/cycle/cycles").then().statusCode(200);
    }
}
