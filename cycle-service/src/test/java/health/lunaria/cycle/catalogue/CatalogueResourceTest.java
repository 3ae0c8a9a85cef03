package health.lunaria.cycle.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class CatalogueResourceTest {

    @Test
    void theCatalogueSpeaksTheReadersLanguage() {
        given().auth()
                .oauth2(Tokens.of("reader"))
                .header("Accept-Language", "ja")
                .get("/v1/cycle/catalogue")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("ja"))
                .body("version", equalTo(Catalogue.VERSION))
                .body(
                        "fields.find { it.field == 'symptoms' }.codes.find { it.code == 'headache' }.label",
                        equalTo("頭痛"));
    }

    @Test
    void whoHasItNeedsNotReadItAgain() {
        String tag = given().auth()
                .oauth2(Tokens.of("reader"))
                .get("/v1/cycle/catalogue")
                .header("ETag");

        given().auth()
                .oauth2(Tokens.of("reader"))
                .header("If-None-Match", tag)
                .get("/v1/cycle/catalogue")
                .then()
                .statusCode(304)
                .body(emptyString());
    }
}
