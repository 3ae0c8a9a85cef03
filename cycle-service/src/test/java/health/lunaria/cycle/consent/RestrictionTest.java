package health.lunaria.cycle.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class RestrictionTest {

    /** What reads out, exports or erases. Everything else, and every route to come, stops. */
    private static final Set<String> OPEN = Set.of(
            "POST /v1/cycle/days/search",
            "POST /v1/cycle/attachments/search",
            "GET /v1/cycle/attachments/AAAAAAAAAAAAAAAAAAAAAA",
            "DELETE /v1/cycle/attachments/AAAAAAAAAAAAAAAAAAAAAA",
            "POST /v1/cycle/exports",
            "GET /v1/cycle/exports/AAAAAAAAAAAAAAAAAAAAAA",
            "GET /v1/cycle/exports/AAAAAAAAAAAAAAAAAAAAAA/file",
            "DELETE /v1/cycle/exports/AAAAAAAAAAAAAAAAAAAAAA",
            "GET /v1/cycle/imports/AAAAAAAAAAAAAAAAAAAAAA",
            "DELETE /v1/cycle/imports/AAAAAAAAAAAAAAAAAAAAAA",
            "GET /v1/cycle/corrections",
            "GET /v1/cycle/mode",
            "GET /v1/cycle/calendar",
            "DELETE /v1/cycle/calendar",
            "GET /v1/cycle/catalogue");

    private static final String CHANGED = "/internal/consents/changed";

    @ParameterizedTest
    @MethodSource("health.lunaria.cycle.consent.ConsentFilterTest#routes")
    void whileItHoldsNothingIsDoneButReadingExportingAndErasing(String method, String route) {
        FakeProfileService.restrict("restricting");

        Response answer = given().auth()
                .oauth2(Tokens.of("restricting"))
                .contentType(ContentType.JSON)
                .body("{}")
                .request(method, route);

        if (OPEN.contains(method + " " + route)) {
            assertThat(answer.statusCode()).isNotIn(403, 503, 500);
        } else {
            answer.then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo("processing-restricted"));
        }
    }

    @Test
    void aRestrictionIsLiftedAtOnce() {
        FakeProfileService.restrict("lifting");
        cycles("lifting").statusCode(403);

        FakeProfileService.lift("lifting");
        cycles("lifting").statusCode(200);
    }

    @Test
    void aYesThatIsRememberedEndsWhenAChangeIsTold() {
        cycles("told").statusCode(200);
        FakeProfileService.restrict("told");
        cycles("told").statusCode(200);

        changed(Roles.PEER_PROFILE, "{\"subject\":\"told\"}").statusCode(204);

        cycles("told").statusCode(403).body("code", equalTo("processing-restricted"));
    }

    @Test
    void aWithdrawalThatIsToldCountsForTheNextRequest() {
        cycles("told-withdrawal").statusCode(200);
        FakeProfileService.refuse("told-withdrawal");

        changed(Roles.PEER_PROFILE, "{\"subject\":\"told-withdrawal\"}").statusCode(204);

        cycles("told-withdrawal").statusCode(403).body("code", equalTo("consent-required"));
    }

    @Test
    void whatIsToldOfOnePersonConcernsNobodyElse() {
        cycles("remembered").statusCode(200);
        FakeProfileService.restrict("remembered");

        changed(Roles.PEER_PROFILE, "{\"subject\":\"another-one\"}").statusCode(204);

        cycles("remembered").statusCode(200);
    }

    @Test
    void withoutConsentARestrictionOpensNothing() {
        FakeProfileService.refuse("refusing-and-restricting");
        FakeProfileService.restrict("refusing-and-restricting");

        given().auth()
                .oauth2(Tokens.of("refusing-and-restricting"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/cycle/days/search")
                .then()
                .statusCode(403)
                .body("code", equalTo("consent-required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.USER, Roles.DPO, Roles.PEER_BILLING, Roles.PEER_AUDIT, Roles.PEER_CYCLE})
    void onlyProfileServiceTells(String role) {
        changed(role, "{\"subject\":\"anybody\"}").statusCode(403);
    }

    @Test
    void nobodyUnknownTells() {
        given().contentType(ContentType.JSON)
                .body("{\"subject\":\"anybody\"}")
                .post(CHANGED)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"subject\":\"\"}", "{\"subject\":null}", "{\"subject\":\"a\",\"mArKeR7391\":1}", "[]"})
    void aHalfMessageIsRefused(String body) {
        changed(Roles.PEER_PROFILE, body).statusCode(400).body(not(containsString("mArKeR7391")));
    }

    private static ValidatableResponse changed(String role, String body) {
        return given().auth()
                .oauth2(Tokens.of("a-peer", role))
                .contentType(ContentType.JSON)
                .body(body)
                .post(CHANGED)
                .then();
    }

    private static ValidatableResponse cycles(String user) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/cycle/cycles").then();
    }
}
