package health.lunaria.audit.breakglass;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Staffing.as;
import static health.lunaria.audit.Staffing.onDuty;
import static health.lunaria.audit.Staffing.someone;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what of an exception. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BreakGlassTest extends BreakGlassSteps {

    @Test
    void theUserSeesEveryStepInHerAccessLog() {
        String id = approved();

        redeem(id, requester)
                .statusCode(200)
                .body("subject", equalTo(user))
                .body("role", equalTo("support"))
                .body("receipt", notNullValue())
                .body("refusal", nullValue());

        accessLog(user)
                .body(
                        "entries.action",
                        contains(
                                "audit.break-glass.use",
                                "audit.break-glass.approve",
                                "audit.break-glass.approve",
                                "audit.break-glass.request"))
                .body("entries.actor.kind", everyItem(equalTo("staff")))
                .body("entries.actor.name", contains("support", "dpo", "security", "support"))
                .body("entries.service", everyItem(equalTo("audit-service")));
    }

    @Test
    void theReceiptIsThePlaceOfTheUseInTheLog() {
        String id = approved();
        int receipt = redeem(id, requester).extract().path("receipt");

        accessLog(user).body("entries[0].index", equalTo(receipt));
        assertThat(data.number("select count(*) from log_leaf where index = ?", receipt))
                .isEqualTo(1);
    }

    @Test
    void theUserIsToBeToldWithin72Hours() {
        String id = approved();
        assertThat(notices(id)).isZero();
        redeem(id, requester);

        assertThat(data.number(
                        "select extract(epoch from n.due_at - s.happened_at)::bigint from break_glass_notice n"
                                + " join break_glass_step s using (break_glass_id)"
                                + " where break_glass_id = ? and s.step = 'use' and n.delivered_at is null",
                        UUID.fromString(id)))
                .isEqualTo(Duration.ofHours(72).toSeconds());
    }

    @Test
    void toOthersOfSupportItDoesNotExist() {
        String id = requested();
        String colleague = someone(StaffRole.SUPPORT);

        refused(read(id, colleague, StaffRole.SUPPORT).statusCode(404), "not-found");
        refused(cancel(id, colleague, StaffRole.SUPPORT).statusCode(404), "not-found");
        as(colleague, StaffRole.SUPPORT).get("/v1/audit/break-glass").then().body("entries", empty());
        as(requester, StaffRole.SUPPORT).get("/v1/audit/break-glass").then().body("entries.id", contains(id));
    }

    @Test
    void whatIsNoneIsNotFoundAndTheTryIsRecorded() {
        String person = someone(StaffRole.SUPPORT);

        refused(
                approve(UUID.randomUUID().toString(), person, StaffRole.SECURITY)
                        .statusCode(404),
                "not-found");
        redeem(UUID.randomUUID().toString(), person).body("refusal", equalTo("not-found"));
        recorded(person, StaffRole.SUPPORT, "not-found");
        refused(approve("not-an-id", person, StaffRole.SECURITY).statusCode(404), "not-found");
    }

    @Test
    void readingItIsSeenByTheUser() {
        String id = requested();

        onDuty("some-auditor", StaffRole.AUDITOR)
                .get("/v1/audit/break-glass/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .body("subject", equalTo(user))
                .body("ticket", equalTo("SUP-1"))
                .body("reason", equalTo("A readable reason"))
                .body("request.person", equalTo(requester))
                .body("approvals", empty());

        accessLog(user)
                .body("entries[0].action", equalTo("audit.break-glass.read"))
                .body("entries[0].actor.name", equalTo("auditor"));
    }

    @Test
    void auditorsSeeTheListAndWhatWasRefused() {
        String id = approved();

        onDuty("some-auditor", StaffRole.AUDITOR)
                .get("/v1/audit/break-glass")
                .then()
                .body("entries[0].id", equalTo(id))
                .body("entries[0].lastStep", equalTo("approve"));
    }

    @Test
    void whoIsNotOfTheStaffIsNotLetIn() {
        String id = requested();
        for (String path : List.of("", "/" + id, "/refusals")) {
            given().auth()
                    .oauth2(Tokens.of(user))
                    .get("/v1/audit/break-glass" + path)
                    .then()
                    .statusCode(403);
        }
        given().post("/v1/audit/break-glass/" + id + "/approvals").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"subject\":\"\",\"ticket\":\"SUP-1\",\"reason\":\"long enough a reason\"}",
                "{\"subject\":\"u\",\"ticket\":\"no ticket\",\"reason\":\"long enough a reason\"}",
                "{\"subject\":\"u\",\"ticket\":\"SUP-1\",\"reason\":\"short\"}",
                "{\"subject\":\"u\",\"ticket\":\"SUP-1\",\"reason\":\"long enough a reason\",\"approvals\":[]}"
            })
    void aRequestThatIsNoneIsRefused(String body) {
        as(someone(StaffRole.SUPPORT), StaffRole.SUPPORT)
                .body(body)
                .post("/v1/audit/break-glass")
                .then()
                .statusCode(400);
    }

    @Test
    void nothingReadableIsStored() {
        String id = approved();
        redeem(id, requester);
        byte[] stored = data.bytes(
                "select b.sealed || b.subject_ref || n.sealed || n.subject_ref from break_glass b"
                        + " join break_glass_notice n on n.break_glass_id = b.id where b.id = ?",
                UUID.fromString(id));

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("readable")
                .doesNotContain("SUP-1")
                .doesNotContain(user)
                .doesNotContain(requester);
    }
}
