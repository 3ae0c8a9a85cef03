package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.policy.Policy;
import health.lunaria.safeguards.policy.PolicyBook;
import health.lunaria.safeguards.policy.PolicyHash;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class PolicyChangeTest {

    private static final int GRACE = 30;

    @Test
    void thePoliciesInForceCanBeReadWithTheirHashes() {
        List<Map<String, String>> policies = given().auth()
                .oauth2(Tokens.of("policy-reader"))
                .get("/v1/profile/policies")
                .then()
                .statusCode(200)
                .body("policies.purpose", contains("health-data", "analytics", "marketing", "research"))
                .extract()
                .path("policies");

        assertThat(policies).allSatisfy(policy -> {
            assertThat(policy.get("sha256")).isEqualTo(PolicyHash.of(policy.get("text")));
            assertThat(policy.get("text")).contains("version: " + policy.get("version"));
        });
    }

    @Test
    void staffAndStrangersDoNotReadThemHere() {
        given().get("/v1/profile/policies").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("dpo", Roles.DPO))
                .get("/v1/profile/policies")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, false, true",
        "0, true, true, true",
        "-29, true, true, true",
        "-30, true, true, false",
        "-29, false, false, true"
    })
    void afterAChangeAYesCountsForTheGrace(int changedIn, boolean material, boolean askAgain, boolean counts) {
        String user = "agreed-" + changedIn + material;
        decide(user, "2026-11", true).statusCode(200);

        changes(changedIn, material);

        given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/profile/consents")
                .then()
                .statusCode(200)
                .body("consents[0].askAgain", equalTo(askAgain))
                .body("consents[0].granted", equalTo(counts));
        isGranted(user, counts);
    }

    @Test
    void whoAgreesAgainIsNotAskedAgain() {
        decide("agreeing-again", "2026-11", true).statusCode(200);
        changes(-GRACE, true);
        isGranted("agreeing-again", false);

        decide("agreeing-again", "2026-11", true).statusCode(409).body("code", equalTo("policy-not-in-force"));
        isGranted("agreeing-again", false);
        decide("agreeing-again", "2030-01", true).statusCode(200);
        isGranted("agreeing-again", true);
    }

    @Test
    void aWithdrawalMayNameTheVersionThatWasAgreedTo() {
        decide("withdrawing-old", "2026-11", true).statusCode(200);
        changes(-1, true);

        decide("withdrawing-old", "2026-11", false).statusCode(200);
        isGranted("withdrawing-old", false);
    }

    @Test
    void aVersionOfLaterCannotBeDecidedAbout() {
        changes(1, true);

        decide("hasty", "2030-01", true).statusCode(409);
        decide("hasty", "2030-01", false).statusCode(409);
    }

    /** Lets another version about health data begin some days from today; for this test only. */
    private static void changes(int days, boolean material) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Policy> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            all.add(new Policy(purpose.slug(), "2026-11", today.minusYears(1), true, "old", "00"));
        }
        all.add(new Policy("health-data", "2030-01", today.plusDays(days), material, "new", "01"));
        QuarkusMock.installMockForType(
                new PurposePolicies(new PolicyBook(all), Duration.ofDays(GRACE), today), PurposePolicies.class);
    }

    private static ValidatableResponse decide(String user, String version, boolean granted) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(Map.of("granted", granted, "policyVersion", version))
                .put("/v1/profile/consents/health-data")
                .then();
    }

    private static void isGranted(String user, boolean granted) {
        given().auth()
                .oauth2(Tokens.of("a-peer", Roles.PEER_CYCLE))
                .contentType(ContentType.JSON)
                .body(Map.of("subject", user, "purpose", "health-data"))
                .post("/internal/consents/check")
                .then()
                .statusCode(200)
                .body("granted", equalTo(granted));
    }
}
