package health.lunaria.audit.breakglass;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Staffing.onDuty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import health.lunaria.audit.Fault;
import health.lunaria.audit.MovableClock;
import health.lunaria.audit.Staffing;
import health.lunaria.audit.incident.Incidents;
import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That users are told of uses, and what follows when they are not. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class UserNoticeTest extends BreakGlassSteps {

    private static final String PATH = "/v1/audit/break-glass/notices";
    private static final String OFFICER = "notice-officer";

    @Test
    void theUserOfAUseWaitsUntilTheOfficerHasTold() {
        String id = used();
        assertThat(waiting()).contains(id);

        tell(id, "phone", MovableClock.now()).statusCode(204);

        assertThat(waiting()).doesNotContain(id);
        accessLog(user)
                .body("entries[0].action", equalTo("audit.break-glass.tell"))
                .body("entries[0].actor.name", equalTo("dpo"));
    }

    @Test
    void whatWasNotUsedHasNobodyToTell() {
        String id = approved();

        assertThat(waiting()).doesNotContain(id);
        tell(id, "phone", MovableClock.now()).statusCode(404);
        tell(UUID.randomUUID().toString(), "phone", MovableClock.now()).statusCode(404);
        tell("not-an-id", "phone", MovableClock.now()).statusCode(404);
    }

    @Test
    void itIsKeptOnce() {
        String id = used();
        tell(id, "letter", MovableClock.now()).statusCode(204);

        tell(id, "letter", MovableClock.now()).statusCode(409).body("code", equalTo("break-glass-told"));
        accessLog(user).body("entries.findAll { it.action == 'audit.break-glass.tell' }.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "-PT1H"})
    void nobodyWasToldBeforeTheUseNorTomorrow(Duration off) {
        String id = used();

        tell(id, "email", MovableClock.now().plus(off))
                .statusCode(400)
                .body("fields[0].field", equalTo("at"))
                .body("fields[0].reason", equalTo("time-out-of-range"));
        assertThat(waiting()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"channel\":\"pigeon\",\"at\":\"2026-11-24T00:00:00Z\"}", "{\"channel\":\"email\"}"})
    void whatSaysNotHowAndWhenIsRefused(String body) {
        String id = used();

        officer().body(body).post(PATH + "/" + id + "/told").then().statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"SUPPORT", "SECURITY", "AUDITOR"})
    void onlyTheDataProtectionOfficerTells(StaffRole role) {
        String id = used();

        onDuty("no-officer-" + role, role)
                .body(body("email", MovableClock.now()))
                .post(PATH + "/" + id + "/told")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        onDuty("no-officer-" + role, role).get(PATH).then().statusCode(role == StaffRole.AUDITOR ? 200 : 403);
    }

    @Test
    void anOfficerWithoutTrainingTellsNobody() {
        String id = used();
        String officer = Fault.TRAINING_EXPIRED.make(StaffRole.DPO);

        Staffing.as(officer, StaffRole.DPO)
                .body(body("email", MovableClock.now()))
                .post(PATH + "/" + id + "/told")
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-training-expired"));
    }

    @Test
    void whoIsNotToldIn72HoursIsAnIncidentOnce() {
        String late = used();
        String told = used();
        tell(told, "in-app", MovableClock.now()).statusCode(204);
        String sooner = used();
        data.change(
                "update break_glass_notice set due_at = date_trunc('milliseconds', now()) - interval '1 second'"
                        + " where break_glass_id in (?, ?)",
                UUID.fromString(late),
                UUID.fromString(told));

        Awaitility.await().untilAsserted(() -> assertThat(raised(late)).isEqualTo(1));

        String incident = "incidents.findAll { it.title == 'A user was not told in time of an access to her data' }";
        Incidents.security()
                .queryParam("limit", 200)
                .get(Incidents.PATH)
                .then()
                .body(incident + ".description", hasItem(containsString(late)))
                .body(incident + ".description", not(hasItem(containsString(told))))
                .body(incident + ".severity", hasItem("MEDIUM"))
                .body(incident + ".openedBy", hasItem("break-glass"));
        assertThat(raised(told)).isZero();
        assertThat(raised(sooner)).isZero();
        officer().get(PATH).then().body("entries.findAll { it.id == '" + late + "' }.overdue", contains(true));
    }

    @Test
    void thePagesShowEverybodyWhoWaitsOnce() {
        String id = used();
        data.change(
                "insert into break_glass (id, subject_ref, requested_at, version, sealed)"
                        + " select gen_random_uuid(), subject_ref, 'epoch', 1, sealed from break_glass, generate_series(1, 120)"
                        + " where id = ?",
                UUID.fromString(id));
        data.change("insert into break_glass_notice (break_glass_id, subject_ref, sealed, due_at)"
                + " select id, subject_ref, sealed, date_trunc('milliseconds', now()) + interval '3 days'"
                + " from break_glass where requested_at = 'epoch'");
        try {
            List<String> walked = waiting();

            assertThat(walked).doesNotHaveDuplicates().contains(id).hasSizeGreaterThan(120);
        } finally {
            data.change("delete from break_glass_notice where break_glass_id in"
                    + " (select id from break_glass where requested_at = 'epoch')");
            data.change("delete from break_glass where requested_at = 'epoch'");
        }
    }

    private String used() {
        String id = approved();
        redeem(id, requester).statusCode(200);
        return id;
    }

    /** All pages. */
    private static List<String> waiting() {
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            var request = officer();
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            walked.addAll(page.getList("entries.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        return walked;
    }

    private static RequestSpecification officer() {
        return onDuty(OFFICER, StaffRole.DPO);
    }

    private static ValidatableResponse tell(String id, String channel, Instant at) {
        return officer().body(body(channel, at)).post(PATH + "/" + id + "/told").then();
    }

    private static String body(String channel, Instant at) {
        return "{\"channel\":\"%s\",\"at\":\"%s\"}".formatted(channel, at);
    }

    private long raised(String id) {
        return data.number(
                "select count(*) from break_glass_notice where raised_at is not null and break_glass_id = ?",
                UUID.fromString(id));
    }
}
