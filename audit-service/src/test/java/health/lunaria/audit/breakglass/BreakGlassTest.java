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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.Fault;
import health.lunaria.audit.MovableClock;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BreakGlassTest {

    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(24).plusMinutes(1);

    private final Sql data = Sql.in(TestDatabases.start().data());
    private final String user = "user-" + UUID.randomUUID();
    private String requester;
    private String first;
    private String second;

    @AfterEach
    void putClockRight() {
        MovableClock.reset();
    }

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

    static List<Arguments> faultsOfTheActing() {
        List<Arguments> faults = new ArrayList<>();
        for (String step : List.of("request", "first approval", "second approval")) {
            for (Fault fault : Fault.values()) {
                faults.add(Arguments.of(step, fault));
            }
        }
        return faults;
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheActing")
    void whoLacksAnythingTakesNoStepAndTheRefusalIsRecorded(String step, Fault fault) {
        String id = step.equals("request") ? null : requested();
        if (step.equals("second approval")) {
            approve(id, first, StaffRole.SECURITY).statusCode(204);
        }
        StaffRole role = step.equals("request") ? StaffRole.SUPPORT : StaffRole.SECURITY;
        String person = fault.make(role);

        ValidatableResponse answer = id == null ? request(person, role) : approve(id, person, role);

        refused(answer.statusCode(403), fault.slug());
        recorded(person, role, fault.slug());
    }

    @ParameterizedTest
    @CsvSource({
        "requester, LEFT",
        "requester, NOT_JOINED",
        "requester, TRAINING_EXPIRED",
        "requester, POLICY_EXPIRED",
        "approvals[0], LEFT",
        "approvals[0], NOT_JOINED",
        "approvals[0], TRAINING_EXPIRED",
        "approvals[0], POLICY_EXPIRED",
        "approvals[1], LEFT",
        "approvals[1], NOT_JOINED",
        "approvals[1], TRAINING_EXPIRED",
        "approvals[1], POLICY_EXPIRED"
    })
    void whatAnybodyLostSinceStopsTheUse(String who, Fault fault) {
        String id = approved();
        switch (who) {
            case "requester" -> fault.befall(requester, StaffRole.SUPPORT);
            case "approvals[0]" -> fault.befall(first, StaffRole.SECURITY);
            default -> fault.befall(second, StaffRole.DPO);
        }

        redeem(id, requester)
                .statusCode(200)
                .body("refusal", equalTo(fault.slug()))
                .body("who", equalTo(who.equals("requester") ? null : who))
                .body("subject", nullValue())
                .body("receipt", nullValue());

        recorded(requester, StaffRole.SUPPORT, fault.slug());
        accessLog(user).body("entries.action", not(hasItem("audit.break-glass.use")));
    }

    @ParameterizedTest
    @CsvSource({"DPO, dpo", "AUDITOR, auditor"})
    void whoIsInTheWrongRoleDoesNotRequest(StaffRole role) {
        String person = someone(role);

        refused(request(person, role).statusCode(403), "break-glass-role");
        recorded(person, role, "break-glass-role");
    }

    @ParameterizedTest
    @CsvSource({"SUPPORT, support", "AUDITOR, auditor"})
    void whoIsInTheWrongRoleDoesNotApprove(StaffRole role) {
        String id = requested();
        String person = someone(role);

        refused(approve(id, person, role).statusCode(403), "break-glass-role");
        recorded(person, role, "break-glass-role");
    }

    @Test
    void aRoleOfTheTokenThatTheRegisterDoesNotSayIsWorthNothing() {
        String id = requested();
        String support = someone(StaffRole.SUPPORT);

        refused(approve(id, support, StaffRole.SECURITY).statusCode(403), "workforce-role-missing");
    }

    @Test
    void nobodyApprovesHerOwnRequest() {
        String person = someone(StaffRole.SECURITY);
        String id = request(person, StaffRole.SECURITY).extract().path("id");

        refused(approve(id, person, StaffRole.SECURITY).statusCode(403), "break-glass-own-request");
        recorded(person, StaffRole.SECURITY, "break-glass-own-request");
    }

    @Test
    void oneApprovalIsNotEnoughAndTheSamePersonIsNoSecond() {
        String id = requested();
        redeem(id, requester).body("refusal", equalTo("break-glass-not-approved"));
        approve(id, first, StaffRole.SECURITY).statusCode(204);

        refused(approve(id, first, StaffRole.SECURITY).statusCode(409), "break-glass-already-approved-by-you");
        redeem(id, requester).body("refusal", equalTo("break-glass-not-approved"));
    }

    @Test
    void thereIsNoThirdApproval() {
        String id = approved();
        String third = someone(StaffRole.DPO);

        refused(approve(id, third, StaffRole.DPO).statusCode(409), "break-glass-approvals-complete");
    }

    @Test
    void onlyTheRequesterUsesIt() {
        String id = approved();
        String colleague = someone(StaffRole.SUPPORT);

        redeem(id, colleague).body("refusal", equalTo("break-glass-not-requester"));
        recorded(colleague, StaffRole.SUPPORT, "break-glass-not-requester");
        redeem(id, requester).body("receipt", notNullValue());
    }

    @Test
    void itWorksOnce() {
        String id = approved();
        redeem(id, requester).body("receipt", notNullValue());

        redeem(id, requester).body("refusal", equalTo("break-glass-used")).body("subject", nullValue());
        recorded(requester, StaffRole.SUPPORT, "break-glass-used");
        refused(cancel(id, first, StaffRole.SECURITY).statusCode(409), "break-glass-used");
    }

    @Test
    void ofManyUsesAtOnceOneGetsTheReceipt() throws Exception {
        String id = approved();
        Callable<Object> use = () -> redeem(id, requester).extract().path("receipt");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Object> receipts = new ArrayList<>();
            for (Future<Object> answer : threads.invokeAll(List.of(use, use, use, use, use, use))) {
                receipts.add(answer.get());
            }
            assertThat(receipts)
                    .hasSize(6)
                    .filteredOn(receipt -> receipt != null)
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anOlderStateOfTheRowPutBackIsNotUsedAgain() {
        String id = approved();
        byte[] before = data.bytes("select sealed from break_glass where id = ?", UUID.fromString(id));
        redeem(id, requester).body("receipt", notNullValue());
        data.change("delete from break_glass_notice where break_glass_id = ?", UUID.fromString(id));
        data.change(
                "update break_glass set version = version - 1, sealed = ? where id = ?", before, UUID.fromString(id));

        redeem(id, requester).body("refusal", equalTo("break-glass-used"));
        assertThat(notices(id)).isZero();
    }

    @Test
    void oneThatWasMovedToAnotherUserDoesNotOpen() {
        String id = approved();
        String other = "other-" + UUID.randomUUID();
        String otherId = request(requester, StaffRole.SUPPORT, other).extract().path("id");
        data.change(
                "update break_glass set subject_ref = (select subject_ref from break_glass where id = ?) where id = ?",
                UUID.fromString(otherId),
                UUID.fromString(id));

        redeem(id, requester).statusCode(500).body("code", equalTo("internal-error"));
        accessLog(other).body("entries.action", not(hasItem("audit.break-glass.use")));
    }

    @Test
    void theWindowEndsAfterHalfAnHour() {
        String id = approved();
        MovableClock.move(Duration.ofMinutes(31));

        redeem(id, requester).body("refusal", equalTo("break-glass-window-closed"));
        read(id, requester, StaffRole.SUPPORT).body("state", equalTo("expired"));
    }

    @Test
    void aRequestAndAnApprovalWaitADay() {
        String unapproved = requested();
        String once = requested();
        approve(once, first, StaffRole.SECURITY).statusCode(204);
        MovableClock.move(MORE_THAN_A_DAY);

        refused(approve(unapproved, first, StaffRole.SECURITY).statusCode(409), "break-glass-request-expired");
        refused(approve(once, second, StaffRole.DPO).statusCode(409), "break-glass-approval-expired");
    }

    @Test
    void aClockThatRunsBackwardsOpensNothing() {
        hire();
        MovableClock.move(Duration.ofMinutes(5));
        String id = approved(request());
        MovableClock.move(Duration.ofMinutes(-1));

        redeem(id, requester).body("refusal", equalTo("break-glass-clock"));
    }

    @Test
    void whatWasCancelledIsOver() {
        String id = approved();
        cancel(id, first, StaffRole.SECURITY).statusCode(204);

        redeem(id, requester).body("refusal", equalTo("break-glass-cancelled"));
        refused(cancel(id, first, StaffRole.SECURITY).statusCode(409), "break-glass-cancelled");
        accessLog(user).body("entries[0].action", equalTo("audit.break-glass.cancel"));
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
    @ValueSource(strings = {"peer-profile-service", "peer-billing-service", "peer-audit-service", "support", "user"})
    void onlyTheServiceThatDecryptsRedeems(String role) {
        String id = approved();

        redeem(id, requester, role).statusCode(403);

        redeem(id, requester).body("receipt", notNullValue());
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

    private void hire() {
        requester = someone(StaffRole.SUPPORT);
        first = someone(StaffRole.SECURITY);
        second = someone(StaffRole.DPO);
    }

    private String request() {
        return request(requester, StaffRole.SUPPORT).statusCode(201).extract().path("id");
    }

    private String requested() {
        hire();
        return request();
    }

    private String approved() {
        return approved(requested());
    }

    private String approved(String id) {
        approve(id, first, StaffRole.SECURITY).statusCode(204);
        approve(id, second, StaffRole.DPO).statusCode(204);
        return id;
    }

    private ValidatableResponse request(String person, StaffRole role) {
        return request(person, role, user);
    }

    private static ValidatableResponse request(String person, StaffRole role, String subject) {
        return as(person, role)
                .body("{\"subject\":\"%s\",\"ticket\":\"SUP-1\",\"reason\":\"A readable reason\"}".formatted(subject))
                .post("/v1/audit/break-glass")
                .then();
    }

    private static ValidatableResponse approve(String id, String person, StaffRole role) {
        return as(person, role)
                .post("/v1/audit/break-glass/" + id + "/approvals")
                .then();
    }

    private static ValidatableResponse cancel(String id, String person, StaffRole role) {
        return as(person, role)
                .post("/v1/audit/break-glass/" + id + "/cancellation")
                .then();
    }

    private static ValidatableResponse read(String id, String person, StaffRole role) {
        return as(person, role).get("/v1/audit/break-glass/" + id).then();
    }

    private static ValidatableResponse redeem(String id, String person) {
        return redeem(id, person, "peer-cycle-service");
    }

    /** A token plays the certificate, which gives the same role. */
    private static ValidatableResponse redeem(String id, String person, String peerRole) {
        return given().auth()
                .oauth2(Tokens.of("cycle-service", peerRole))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"person\":\"%s\",\"roles\":[\"support\"]}".formatted(id, person))
                .post("/internal/break-glass/redemptions")
                .then();
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.contentType("application/problem+json").body("code", equalTo(code));
    }

    /** In the list for auditors, and in the log about the one who tried. */
    private static void recorded(String person, StaffRole role, String code) {
        onDuty("some-auditor", StaffRole.AUDITOR)
                .get("/v1/audit/break-glass/refusals")
                .then()
                .statusCode(200)
                .body("entries[0].code", equalTo(code));
        accessLog(person)
                .body("entries[0].action", equalTo("audit.break-glass.refuse"))
                .body("entries[0].actor.name", equalTo(role.token()));
    }

    private long notices(String id) {
        return data.number("select count(*) from break_glass_notice where break_glass_id = ?", UUID.fromString(id));
    }
}
