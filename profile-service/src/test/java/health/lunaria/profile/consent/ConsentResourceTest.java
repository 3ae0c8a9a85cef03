package health.lunaria.profile.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ConsentResourceTest {

    private static final String GRANT = "{\"granted\":true,\"policyVersion\":\"2026-11\"}";

    private final Sql data = Sql.in(TestDatabases.start().data());

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
    void theHistoryKeepsEveryDecisionOfEveryPurpose() {
        decide("wavering", "research", true).statusCode(200);
        decide("wavering", "marketing", true).statusCode(200);
        decide("wavering", "research", false).statusCode(200);
        decide("wavering", "research", true).statusCode(200);

        history("wavering")
                .body("consents.purpose", contains("research", "research", "marketing", "research"))
                .body("consents.granted", contains(true, false, true, true))
                .body("consents.policyVersion", everyItem(equalTo("2026-11")))
                .body("consents.decidedAt", everyItem(notNullValue()));
        consents("wavering").body("consents.findAll { it.granted }.purpose", contains("marketing", "research"));
    }

    @ParameterizedTest
    @CsvSource({"true,2026-10", "true,2026-12", "true,2099-01", "false,2026-10", "false,2099-01"})
    void aVersionThatIsNotInForceIsRefused(boolean granted, String version) {
        decide("behind", "research", "{\"granted\":" + granted + ",\"policyVersion\":\"" + version + "\"}")
                .statusCode(409)
                .body("code", equalTo("policy-not-in-force"))
                .body(not(containsString(version)));

        history("behind").body("consents", hasSize(0));
    }

    @Test
    void nobodyIsAskedAgainWhileThePolicyStays() {
        decide("up-to-date", "research", true).statusCode(200);

        consents("up-to-date").body("consents.askAgain", everyItem(equalTo(false)));
    }

    @Test
    void decisionsAtOnceAreAllKept() throws Exception {
        List<String> purposes = List.of("health-data", "analytics", "marketing", "research");
        var deciders = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> decisions = purposes.stream()
                    .<Callable<Integer>>map(purpose ->
                            () -> decide("at-once", purpose, true).extract().statusCode())
                    .toList();
            for (Future<Integer> decision : deciders.invokeAll(decisions)) {
                assertThat(decision.get()).isEqualTo(200);
            }
        } finally {
            deciders.shutdown();
        }
        consents("at-once").body("consents.granted", everyItem(equalTo(true)));
        history("at-once").body("consents.purpose", containsInAnyOrder(purposes.toArray()));
    }

    @Test
    void whatWasDecidedIsNotReadableAndNotMovable() {
        decide("sealed-decider", "research", true).statusCode(200);
        byte[] stored = data.bytes("select string_agg(s.sealed || d.sealed, ''::bytea)"
                + " from consent_state s join consent_decision d using (subject_ref)");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("research")
                .doesNotContain("granted")
                .doesNotContain("2026-11");

        data.change("update consent_state set revision = revision + 1"
                + " where xmin::text::bigint = (select max(xmin::text::bigint) from consent_state)");
        call("sealed-decider")
                .get("/v1/profile/consents")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal-error"));
    }

    @Test
    void everyAccessLeavesAnAuditEventAndARefusedOneNone() {
        long before = outbox();
        decide("audited", "research", true).statusCode(200);
        consents("audited");
        history("audited");
        assertThat(outbox() - before).isEqualTo(3);

        decide("audited", "nothing", true).statusCode(404);
        decide("audited", "research", "{}").statusCode(400);
        assertThat(outbox() - before).isEqualTo(3);
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
    @ValueSource(strings = {"HEALTH_DATA", "health_data", "Research", "research%20", "mArKeR7391", "..%2F..", "%00"})
    void aPurposeIsWrittenExactlySo(String purpose) {
        call("curious")
                .urlEncodingEnabled(false)
                .body(GRANT)
                .put("/v1/profile/consents/" + purpose)
                .then()
                .statusCode(404)
                .body(not(containsString("mArKeR7391")));
        history("curious").body("consents", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"granted":true}                                       | invalid-field  | policyVersion
            {"policyVersion":"2026-11"}                            | invalid-field  | granted
            {"granted":"true","policyVersion":"2026-11"}           | invalid-field  | granted
            {"granted":1,"policyVersion":"2026-11"}                | invalid-field  | granted
            {"granted":null,"policyVersion":"2026-11"}             | invalid-field  | granted
            {"granted":[true],"policyVersion":"2026-11"}           | invalid-field  | granted
            {"granted":true,"policyVersion":"2026-13"}             | invalid-field  | policyVersion
            {"granted":true,"policyVersion":"2026-1"}              | invalid-field  | policyVersion
            {"granted":true,"policyVersion":"mArKeR7391"}          | invalid-field  | policyVersion
            {"granted":true,"policyVersion":"2026-11\\n"}          | invalid-field  | policyVersion
            {"granted":true,"policyVersion":202611}                | invalid-field  | policyVersion
            {"granted":true,"policyVersion":null}                  | invalid-field  | policyVersion
            {"granted":true,"policyVersion":"2026-11","purpose":1} | unknown-field  |
            {"granted":true,"policyVersion":"2026-11","mArKeR7391":1} | unknown-field |
            {"granted":false,"granted":true,"policyVersion":"2026-11"} | malformed-body |
            {"granted":true,"policyVersion":"2026-11"              | malformed-body |
            {}                                                     | invalid-field  | granted
            []                                                     | invalid-field  |
            null                                                   | invalid-field  |
            """)
    void aHalfDecisionIsNone(String body, String slug, String field) {
        String answer = decide("half", "research", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(slug))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("mArKeR7391");
        if (field != null) {
            assertThat(JsonPath.from(answer).getString("fields[0].field")).isEqualTo(field);
        }
        history("half").body("consents", hasSize(0));
    }

    private static ValidatableResponse decide(String user, String purpose, boolean granted) {
        return decide(user, purpose, "{\"granted\":" + granted + ",\"policyVersion\":\"2026-11\"}");
    }

    private static ValidatableResponse decide(String user, String purpose, String body) {
        return call(user).body(body).put("/v1/profile/consents/" + purpose).then();
    }

    private static ValidatableResponse consents(String user) {
        return call(user).get("/v1/profile/consents").then().statusCode(200);
    }

    private static ValidatableResponse history(String user) {
        return call(user).get("/v1/profile/consents/history").then().statusCode(200);
    }

    private static RequestSpecification call(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }
}
