package health.lunaria.audit.breakglass;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Staffing.as;
import static health.lunaria.audit.Staffing.onDuty;
import static health.lunaria.audit.Staffing.someone;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.audit.MovableClock;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** The steps around exceptions, over HTTP, each with people of its own. */
abstract class BreakGlassSteps {

    final Sql data = Sql.in(TestDatabases.start().data());
    final String user = "user-" + UUID.randomUUID();
    String requester;
    String first;
    String second;

    @AfterEach
    void putClockRight() {
        MovableClock.reset();
    }

    void hire() {
        requester = someone(StaffRole.SUPPORT);
        first = someone(StaffRole.SECURITY);
        second = someone(StaffRole.DPO);
    }

    String request() {
        return request(requester, StaffRole.SUPPORT).statusCode(201).extract().path("id");
    }

    String requested() {
        hire();
        return request();
    }

    String approved() {
        return approved(requested());
    }

    String approved(String id) {
        approve(id, first, StaffRole.SECURITY).statusCode(204);
        approve(id, second, StaffRole.DPO).statusCode(204);
        return id;
    }

    ValidatableResponse request(String person, StaffRole role) {
        return request(person, role, user);
    }

    static ValidatableResponse request(String person, StaffRole role, String subject) {
        return as(person, role)
                .body("{\"subject\":\"%s\",\"ticket\":\"SUP-1\",\"reason\":\"A readable reason\"}".formatted(subject))
                .post("/v1/audit/break-glass")
                .then();
    }

    static ValidatableResponse approve(String id, String person, StaffRole role) {
        return as(person, role)
                .post("/v1/audit/break-glass/" + id + "/approvals")
                .then();
    }

    static ValidatableResponse cancel(String id, String person, StaffRole role) {
        return as(person, role)
                .post("/v1/audit/break-glass/" + id + "/cancellation")
                .then();
    }

    static ValidatableResponse read(String id, String person, StaffRole role) {
        return as(person, role).get("/v1/audit/break-glass/" + id).then();
    }

    static ValidatableResponse redeem(String id, String person) {
        return redeem(id, person, "peer-cycle-service");
    }

    /** A token plays the certificate, which gives the same role. */
    static ValidatableResponse redeem(String id, String person, String peerRole) {
        return given().auth()
                .oauth2(Tokens.of("cycle-service", peerRole))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"person\":\"%s\",\"roles\":[\"support\"]}".formatted(id, person))
                .post("/internal/break-glass/redemptions")
                .then();
    }

    static void refused(ValidatableResponse answer, String code) {
        answer.contentType("application/problem+json").body("code", equalTo(code));
    }

    /** In the list for auditors, and in the log about the one who tried. */
    static void recorded(String person, StaffRole role, String code) {
        onDuty("some-auditor", StaffRole.AUDITOR)
                .get("/v1/audit/break-glass/refusals")
                .then()
                .statusCode(200)
                .body("entries[0].code", equalTo(code));
        accessLog(person)
                .body("entries[0].action", equalTo("audit.break-glass.refuse"))
                .body("entries[0].actor.name", equalTo(role.token()));
    }

    long notices(String id) {
        return data.number("select count(*) from break_glass_notice where break_glass_id = ?", UUID.fromString(id));
    }
}
