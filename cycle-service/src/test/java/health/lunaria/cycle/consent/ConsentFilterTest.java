package health.lunaria.cycle.consent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ConsentFilterTest {

    /** Every route for users, as the service describes itself: a new one cannot be forgotten here. */
    static List<Arguments> routes() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(Path.of("target", "openapi", "cycle-service.json").toFile())
                .path("paths");
        return paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                // For staff; asks for the consent of the user whom it is about.
                .filter(path -> !path.getKey().startsWith("/v1/cycle/break-glass/"))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> Arguments.of(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey().replaceAll("\\{[a-z]+}", "AAAAAAAAAAAAAAAAAAAAAA"))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
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
        given().auth()
                .oauth2(Tokens.of("hesitant"))
                .get("/v1/cycle/cycles")
                .then()
                .statusCode(403);

        FakeProfileService.consent("hesitant");

        given().auth()
                .oauth2(Tokens.of("hesitant"))
                .get("/v1/cycle/cycles")
                .then()
                .statusCode(200);
    }
}
