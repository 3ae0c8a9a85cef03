package health.lunaria.audit.workforce;

import static health.lunaria.audit.Staffing.as;
import static health.lunaria.audit.Staffing.newPerson;
import static health.lunaria.audit.Staffing.someone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.audit.Fault;
import health.lunaria.audit.MovableClock;
import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before every route of the staff; that every route has it, is a rule of the build. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class GoodStandingTest {

    private static final String ANY = "00000000-0000-0000-0000-000000000000";

    @Inject
    MeterRegistry meters;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @AfterEach
    void putClockRight() {
        MovableClock.reset();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whoLacksAnythingReadsNothingAndChangesNothing(Fault fault) {
        String person = fault.make(StaffRole.SECURITY);
        long incidents = data.number("select count(*) from incident where severity = 'LOW'");
        double refusals = refusals(fault.slug());

        as(person, StaffRole.SECURITY)
                .get(Incidents.PATH)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo(fault.slug()));
        as(person, StaffRole.SECURITY)
                .body(Incidents.body("LOW", "Mine"))
                .post(Incidents.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo(fault.slug()));

        assertThat(data.number("select count(*) from incident where severity = 'LOW'"))
                .isEqualTo(incidents);
        assertThat(refusals(fault.slug())).isEqualTo(refusals + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/audit/incidents/" + ANY,
        "POST, /v1/audit/incidents/" + ANY + "/entries",
        "POST, /v1/audit/incidents/" + ANY + "/blast-radius",
        "GET, /v1/audit/incidents/" + ANY + "/breach",
        "PUT, /v1/audit/incidents/" + ANY + "/breach",
        "GET, /v1/audit/incidents/" + ANY + "/notices",
        "POST, /v1/audit/incidents/" + ANY + "/notices/" + ANY + "/approval",
        "GET, /v1/audit/break-glass",
        "GET, /v1/audit/break-glass/" + ANY,
        "GET, /v1/audit/break-glass/refusals",
        "GET, /v1/audit/workforce/expiring"
    })
    void everyFeatureAsks(String method, String path) {
        as(newPerson(), StaffRole.SECURITY)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-not-registered"));
    }

    @Test
    void auditorsAreAskedLikeEverybody() {
        String auditor = Fault.TRAINING_EXPIRED.make(StaffRole.AUDITOR);

        as(auditor, StaffRole.AUDITOR)
                .get(Incidents.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-training-expired"));
    }

    @Test
    void whoIsInGoodStandingWorksUntilItEnds() {
        String person = someone(StaffRole.SECURITY);
        as(person, StaffRole.SECURITY).get(Incidents.PATH).then().statusCode(200);

        MovableClock.move(Duration.ofDays(366));

        as(person, StaffRole.SECURITY)
                .get(Incidents.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-training-expired"));
    }

    @Test
    void aRoleOfTheTokenThatTheRegisterDoesNotSayIsWorthNothing() {
        String person = someone(StaffRole.SUPPORT);

        as(person, StaffRole.SECURITY)
                .get(Incidents.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-role-missing"));
        asBoth(person, "support", "security")
                .get(Incidents.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-role-foreign"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "support", "peer-cycle-service"})
    void whoMayNotCallTheRouteAtAllIsNotAskedFirst(String role) {
        given().auth()
                .oauth2(Tokens.of(newPerson(), role))
                .get(Incidents.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        given().get(Incidents.PATH).then().statusCode(401);
    }

    @Test
    void theRegisterIsMendedByWhoLetHersExpire() {
        String keeper = Fault.TRAINING_EXPIRED.make(StaffRole.SECURITY);

        for (String path : List.of("/v1/audit/workforce/members", "/v1/audit/policies")) {
            as(keeper, StaffRole.SECURITY).get(path).then().statusCode(200);
        }
    }

    private static RequestSpecification asBoth(String person, String... roles) {
        return given().auth().oauth2(Tokens.of(person, roles)).contentType(ContentType.JSON);
    }

    private double refusals(String code) {
        return meters.counter("lunaria.workforce.refusals", "code", code).count();
    }
}
