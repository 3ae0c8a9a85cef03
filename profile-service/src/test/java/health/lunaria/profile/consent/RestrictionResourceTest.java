package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
class RestrictionResourceTest {

    private static final String RESTRICTION = "/v1/profile/restriction";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void nothingIsRestrictedUnasked() {
        read("unrestricted").body("restricted", equalTo(false)).body("since", nullValue());
        check("unrestricted", false, false);
    }

    @Test
    void aRestrictionHoldsUntilItIsLifted() {
        agree("restricting", true);

        restrict("restricting", true).body("restricted", equalTo(true)).body("since", notNullValue());
        check("restricting", true, true);
        read("restricting").body("restricted", equalTo(true));

        restrict("restricting", false);
        check("restricting", true, false);
    }

    @Test
    void aRestrictionIsNoWithdrawalAndAWithdrawalLiftsNone() {
        agree("restricted-and-withdrawn", true);
        restrict("restricted-and-withdrawn", true);
        agree("restricted-and-withdrawn", false);
        check("restricted-and-withdrawn", false, true);

        agree("restricted-and-withdrawn", true);
        check("restricted-and-withdrawn", true, true);
    }

    @Test
    void toRestrictAgainKeepsTheTime() {
        String since = restrict("twice-restricted", true).extract().path("since");

        restrict("twice-restricted", true).body("since", equalTo(since));
    }

    @Test
    void otherServicesAreToldOfWhatChanged() {
        agree("telling", true);
        assertThat(FakeCycleService.timesToldOf("telling")).isEqualTo(1);
        restrict("telling", true);
        assertThat(FakeCycleService.timesToldOf("telling")).isEqualTo(2);
    }

    @Test
    void nobodyIsToldOfWhatDoesNotConcernThem() {
        decide("not-telling", "research", true);
        decide("not-telling", "marketing", false);

        assertThat(FakeCycleService.timesToldOf("not-telling")).isZero();
    }

    @Test
    void whatCannotBeToldHoldsAllTheSame() {
        FakeCycleService.isAwayFor("telling-nobody");
        FakeCycleService.isSilentFor("telling-the-silent");

        restrict("telling-nobody", true).body("restricted", equalTo(true));
        check("telling-nobody", false, true);
        restrict("telling-the-silent", true).body("restricted", equalTo(true));
        check("telling-the-silent", false, true);
        agree("telling-nobody", false);
        assertThat(FakeCycleService.timesToldOf("telling-nobody")).isEqualTo(2);
    }

    @Test
    void aRefusedRequestTellsNobodyAndLeavesNoAuditEvent() {
        long before = data.number("select count(*) from outbox");
        call("refused-restriction").body("{}").put(RESTRICTION).then().statusCode(400);

        assertThat(data.number("select count(*) from outbox")).isEqualTo(before);
        assertThat(FakeCycleService.timesToldOf("refused-restriction")).isZero();
    }

    @Test
    void eachAccessLeavesOneAuditEvent() {
        long before = data.number("select count(*) from outbox");
        restrict("audited-restriction", true);
        restrict("audited-restriction", true);
        read("audited-restriction");

        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(3);
    }

    @Test
    void nobodyRestrictsSomebodyElse() {
        restrict("restricts-herself", true);

        read("someone-else").body("restricted", equalTo(false));
        check("someone-else", false, false);
    }

    @Test
    void whatIsRestrictedIsNotReadable() {
        restrict("sealed-restriction", true);

        byte[] stored = data.bytes("select string_agg(sealed, ''::bytea) from consent_state");
        assertThat(new String(stored, ISO_8859_1)).doesNotContain("restrict").doesNotContain("optedOut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"restricted\":null}",
                "{\"restricted\":\"true\"}",
                "{\"restricted\":1}",
                "{\"restricted\":\"mArKeR7391\"}",
                "{\"restricted\":true,\"mArKeR7391\":1}",
                "{\"restricted\":true,\"restricted\":false}",
                "{\"restricted\":true",
                "[]",
                "null"
            })
    void aHalfRestrictionIsNone(String body) {
        call("half-restricting")
                .body(body)
                .put(RESTRICTION)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(not(containsString("mArKeR7391")));

        read("half-restricting").body("restricted", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.DPO, Roles.SUPPORT, Roles.PEER_CYCLE})
    void onlyAUserRestricts(String role) {
        given().auth()
                .oauth2(Tokens.of("not-a-user", role))
                .contentType(ContentType.JSON)
                .body("{\"restricted\":true}")
                .put(RESTRICTION)
                .then()
                .statusCode(403);
        given().get(RESTRICTION).then().statusCode(401);
    }

    private static void agree(String user, boolean granted) {
        decide(user, "health-data", granted);
    }

    private static void decide(String user, String purpose, boolean granted) {
        call(user)
                .body(Map.of("granted", granted, "policyVersion", "2026-11"))
                .put("/v1/profile/consents/" + purpose)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse restrict(String user, boolean restricted) {
        return call(user)
                .body(Map.of("restricted", restricted))
                .put(RESTRICTION)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(String user) {
        return call(user).get(RESTRICTION).then().statusCode(200);
    }

    private static void check(String user, boolean granted, boolean restricted) {
        given().auth()
                .oauth2(Tokens.of("a-peer", Roles.PEER_CYCLE))
                .contentType(ContentType.JSON)
                .body(Map.of("subject", user, "purpose", "health-data"))
                .post("/internal/consents/check")
                .then()
                .statusCode(200)
                .body("granted", equalTo(granted))
                .body("restricted", equalTo(restricted));
    }

    private static RequestSpecification call(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }
}
