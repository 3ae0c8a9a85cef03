package health.lunaria.audit.policy;

import static health.lunaria.audit.Staffing.acknowledging;
import static health.lunaria.audit.Staffing.as;
import static health.lunaria.audit.Staffing.newPerson;
import static health.lunaria.audit.Staffing.policiesInForce;
import static health.lunaria.audit.Staffing.register;
import static health.lunaria.audit.Staffing.search;
import static health.lunaria.audit.Staffing.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.policy.PolicyHash;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class PolicyTest {

    private static final StaffRole ROLE = StaffRole.SUPPORT;

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void everybodyOfTheStaffReadsThemAlsoBeforeSheIsRegistered(StaffRole role) {
        List<Map<String, String>> policies = as(newPerson(), role)
                .get("/v1/audit/policies")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("policies.name", hasItems("acceptable-use", "access-to-health-data", "incident-response"))
                .extract()
                .path("policies");

        assertThat(policies)
                .allSatisfy(policy -> assertThat(policy.get("sha256")).isEqualTo(PolicyHash.of(policy.get("text"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "peer-cycle-service"})
    void othersDoNot(String role) {
        given().auth()
                .oauth2(Tokens.of("reader", role))
                .get("/v1/audit/policies")
                .then()
                .statusCode(403);
    }

    @Test
    void whatWasAcknowledgedStandsInTheRegisterByNameAndVersion() {
        String person = registered();
        List<Map<String, String>> policies = policiesInForce(person, ROLE);
        String set = String.join(
                " ",
                policies.stream()
                        .map(each -> each.get("name") + "/" + each.get("version"))
                        .toList());

        acknowledging(person, ROLE, policies).statusCode(200).body("policy.of", equalTo(set));

        search(person).body("policy.of", equalTo(set));
    }

    @Test
    void aVersionThatIsNotInForceIsNotAcknowledged() {
        String person = registered();
        List<Map<String, String>> policies = new ArrayList<>(policiesInForce(person, ROLE));
        policies.set(0, Map.of("name", policies.get(0).get("name"), "version", "1999-1"));

        refused(person, acknowledging(person, ROLE, policies));
    }

    @Test
    void onePolicyLessIsNotEnough() {
        String person = registered();
        List<Map<String, String>> policies = policiesInForce(person, ROLE);

        refused(person, acknowledging(person, ROLE, policies.subList(1, policies.size())));
    }

    @Test
    void onePolicyMoreIsNone() {
        String person = registered();
        List<Map<String, String>> policies = new ArrayList<>(policiesInForce(person, ROLE));
        policies.add(Map.of("name", "party", "version", "2025-1"));

        refused(person, acknowledging(person, ROLE, policies));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"policies\":[]}",
                "{\"policies\":[null]}",
                "{\"policies\":[{}]}",
                "{\"policies\":[{\"name\":\"acceptable-use\"}]}",
                "{\"policies\":[{\"name\":\"Acceptable use\",\"version\":\"2025-1\"}]}",
                "{\"policy\":\"2026-1\"}"
            })
    void aBadAcknowledgementIsRefused(String body) {
        String person = registered();

        as(person, ROLE)
                .body(body)
                .post("/v1/audit/workforce/acknowledgements")
                .then()
                .statusCode(400);
        search(person).body("policy", nullValue());
    }

    private static String registered() {
        String person = newPerson();
        register(person, ROLE, today(), null);
        return person;
    }

    private static void refused(String person, ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("policies-not-in-force"));
        search(person).body("policy", nullValue());
    }
}
