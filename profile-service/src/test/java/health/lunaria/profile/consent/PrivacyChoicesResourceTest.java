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
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class PrivacyChoicesResourceTest {

    private static final String CHOICES = "/v1/profile/privacy-choices";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whoNeverChoseIsProtected() {
        read("never-chose", true, true);
    }

    @Test
    void whatSheChoosesStays() {
        choose(call("choosing"), false, true).body("gpc", equalTo(false));
        read("choosing", false, true);
        choose(call("choosing"), true, false);
        read("choosing", true, false);
    }

    @Test
    void theSignalOfABrowserOverridesWhatSheChoseForGood() {
        choose(call("signalling"), false, false);

        call("signalling")
                .header("Sec-GPC", "1")
                .get(CHOICES)
                .then()
                .statusCode(200)
                .body("gpc", equalTo(true))
                .body("optedOutOfSale", equalTo(true));
        read("signalling", true, false);
    }

    @Test
    void theSignalCountsOnAnyRoute() {
        choose(call("signalling-elsewhere"), false, true);

        call("signalling-elsewhere")
                .header("Sec-GPC", "1")
                .get("/v1/profile/consents")
                .then()
                .statusCode(200);
        read("signalling-elsewhere", true, true);
    }

    @Test
    void theSignalCountsAlsoWhenTheRequestIsRefused() {
        choose(call("signalling-badly"), false, true);

        call("signalling-badly")
                .header("Sec-GPC", "1")
                .body("{}")
                .put("/v1/profile/restriction")
                .then()
                .statusCode(400);
        read("signalling-badly", true, true);
    }

    @Test
    void whoSignalsCannotOptInByTheSameRequest() {
        choose(call("contradictory").header("Sec-GPC", "1"), false, false)
                .body("gpc", equalTo(true))
                .body("optedOutOfSale", equalTo(true))
                .body("sensitiveDataLimited", equalTo(false));
        read("contradictory", true, false);
    }

    @Test
    void whoOptsInLaterAndSignalsAgainIsOptedOutAgain() {
        call("undecided-browser").header("Sec-GPC", "1").get(CHOICES).then().statusCode(200);
        choose(call("undecided-browser"), false, true);
        read("undecided-browser", false, true);

        call("undecided-browser")
                .header("Sec-GPC", "1")
                .get("/v1/profile/consents")
                .then()
                .statusCode(200);
        read("undecided-browser", true, true);
    }

    @Test
    void aSignalIsStoredOnceAndNotWithEachRequest() {
        call("repeating-signal").header("Sec-GPC", "1").get(CHOICES).then().statusCode(200);
        long before = data.number("select count(*) from outbox");
        call("repeating-signal").header("Sec-GPC", "1").get(CHOICES).then().statusCode(200);

        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "true", "yes", "1, 1", "11", "?1"})
    void anythingElseIsNoSignal(String value) {
        choose(call("not-signalling"), false, true);

        call("not-signalling")
                .header("Sec-GPC", value)
                .get(CHOICES)
                .then()
                .body("gpc", equalTo(false))
                .body("optedOutOfSale", equalTo(false));
    }

    @Test
    void aSignalOfSomebodyElseDoesNotConcernHer() {
        choose(call("not-concerned"), false, true);

        call("another-browser").header("Sec-GPC", "1").get(CHOICES).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.of("not-concerned", Roles.DPO))
                .header("Sec-GPC", "1")
                .get(CHOICES)
                .then()
                .statusCode(403);
        given().header("Sec-GPC", "1").get(CHOICES).then().statusCode(401);
        read("not-concerned", false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"optedOutOfSale\":true}",
                "{\"sensitiveDataLimited\":true}",
                "{\"optedOutOfSale\":null,\"sensitiveDataLimited\":true}",
                "{\"optedOutOfSale\":\"mArKeR7391\",\"sensitiveDataLimited\":true}",
                "{\"optedOutOfSale\":false,\"sensitiveDataLimited\":true,\"gpc\":false}",
                "[]"
            })
    void halfAChoiceIsNone(String body) {
        call("half-choosing").body(body).put(CHOICES).then().statusCode(400).body(not(containsString("mArKeR7391")));

        read("half-choosing", true, true);
    }

    private static ValidatableResponse choose(RequestSpecification caller, boolean sale, boolean sensitive) {
        return caller.body(Map.of("optedOutOfSale", sale, "sensitiveDataLimited", sensitive))
                .put(CHOICES)
                .then()
                .statusCode(200);
    }

    private static void read(String user, boolean sale, boolean sensitive) {
        call(user)
                .get(CHOICES)
                .then()
                .statusCode(200)
                .body("gpc", equalTo(false))
                .body("optedOutOfSale", equalTo(sale))
                .body("sensitiveDataLimited", equalTo(sensitive));
    }

    private static RequestSpecification call(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }
}
