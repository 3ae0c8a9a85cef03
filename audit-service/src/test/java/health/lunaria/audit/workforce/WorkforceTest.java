package health.lunaria.audit.workforce;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Staffing.acknowledge;
import static health.lunaria.audit.Staffing.acknowledging;
import static health.lunaria.audit.Staffing.as;
import static health.lunaria.audit.Staffing.member;
import static health.lunaria.audit.Staffing.newPerson;
import static health.lunaria.audit.Staffing.onDuty;
import static health.lunaria.audit.Staffing.policiesInForce;
import static health.lunaria.audit.Staffing.register;
import static health.lunaria.audit.Staffing.search;
import static health.lunaria.audit.Staffing.someone;
import static health.lunaria.audit.Staffing.today;
import static health.lunaria.audit.Staffing.train;
import static health.lunaria.audit.Staffing.trainBy;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.MovableClock;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class WorkforceTest {

    private static final String MEMBERS = "/v1/audit/workforce/members";

    @Inject
    Reminders reminders;

    @Inject
    Workforce workforce;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @AfterEach
    void putClockRight() {
        MovableClock.reset();
    }

    @Test
    void whatWasWrittenIsReadAndWhatWasProvedStays() {
        String person = someone(StaffRole.SUPPORT);

        register(person, StaffRole.SECURITY, today().minusDays(3), today().plusDays(9));

        search(person)
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("person", equalTo(person))
                .body("name", equalTo("Very Readable"))
                .body("role", equalTo("security"))
                .body("employment", equalTo("contractor"))
                .body("joinedOn", equalTo(today().minusDays(3).toString()))
                .body("leftOn", equalTo(today().plusDays(9).toString()))
                .body("training.of", equalTo("privacy-1"))
                .body("policy.of", containsString("access-to-health-data/"));
    }

    @Test
    void whoIsRegisteredHasProvedNothing() {
        String person = newPerson();
        register(person, StaffRole.DPO, today(), null);

        search(person).body("training", nullValue()).body("policy", nullValue());
    }

    @Test
    void nobodyOverwritesWhatSheDidNotRead() {
        String person = someone(StaffRole.SUPPORT);

        put(person, "If-None-Match", "*").statusCode(412).body("code", equalTo("stale"));
        put(person, "If-Match", "\"1\"").statusCode(412).body("code", equalTo("stale"));
        as("keeper", StaffRole.SECURITY)
                .body(member(person, StaffRole.DPO, today(), null))
                .put(MEMBERS)
                .then()
                .statusCode(428);
        search(person).body("role", equalTo("support"));
    }

    @Test
    void nobodyKeepsHerOwnRecord() {
        String person = someone(StaffRole.SECURITY);

        as(person, StaffRole.SECURITY)
                .header("If-Match", "\"3\"")
                .body(member(person, StaffRole.DPO, today(), null))
                .put(MEMBERS)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-own-record"));
        trainBy(person, person, today()).statusCode(403).body("code", equalTo("workforce-own-record"));
    }

    @Test
    void nobodyProvesAnythingWhoIsNotRegistered() {
        trainBy("keeper", newPerson(), today()).statusCode(403).body("code", equalTo("workforce-not-registered"));
        String stranger = newPerson();
        acknowledging(stranger, StaffRole.SUPPORT, policiesInForce(stranger, StaffRole.SUPPORT))
                .statusCode(403)
                .body("code", equalTo("workforce-not-registered"));
    }

    @Test
    void aTrainingOfTomorrowIsRefused() {
        String person = someone(StaffRole.SUPPORT);

        trainBy("keeper", person, today().plusDays(1))
                .statusCode(400)
                .body("fields[0].field", equalTo("completedOn"))
                .body("fields[0].reason", equalTo("in-the-future"));
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"SUPPORT", "DPO", "AUDITOR"})
    void onlySecurityWrites(StaffRole role) {
        as("writer", role)
                .header("If-None-Match", "*")
                .body(member(newPerson(), role, today(), null))
                .put(MEMBERS)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        as("writer", role)
                .body("{\"person\":\"p\",\"course\":\"c\",\"completedOn\":\"2026-11-24\"}")
                .post("/v1/audit/workforce/trainings")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "dpo", "user", "peer-cycle-service"})
    void onlyAuditorsAndSecurityRead(String role) {
        for (String path : List.of(MEMBERS, "/v1/audit/workforce/expiring")) {
            given().auth().oauth2(Tokens.of("reader", role)).get(path).then().statusCode(403);
        }
        given().auth()
                .oauth2(Tokens.of("reader", role))
                .contentType(ContentType.JSON)
                .body("{\"person\":\"p\"}")
                .post(MEMBERS + "/search")
                .then()
                .statusCode(403);
    }

    @Test
    void whoWasNeverRegisteredIsNotFound() {
        search(newPerson()).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"person\":\"p\",\"name\":\"n\",\"role\":\"boss\",\"employment\":\"employee\",\"joinedOn\":\"2026-01-01\"}",
                "{\"person\":\"p\",\"name\":\"n\",\"role\":\"dpo\",\"employment\":\"guest\",\"joinedOn\":\"2026-01-01\"}",
                "{\"person\":\"\",\"name\":\"n\",\"role\":\"dpo\",\"employment\":\"employee\",\"joinedOn\":\"2026-01-01\"}",
                "{\"person\":\"p\",\"name\":\"n\",\"role\":\"dpo\",\"employment\":\"employee\",\"joinedOn\":\"2026-01-02\",\"leftOn\":\"2026-01-01\"}"
            })
    void aMemberThatIsNoneIsRefused(String body) {
        as("keeper", StaffRole.SECURITY)
                .header("If-None-Match", "*")
                .body(body)
                .put(MEMBERS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"));
    }

    @Test
    void thePagesShowEverybodyOnce() {
        List<String> people = IntStream.range(0, 120).mapToObj(i -> newPerson()).toList();
        people.forEach(person -> register(person, StaffRole.SUPPORT, today(), null));

        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            var request = as("some-auditor", StaffRole.AUDITOR);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(MEMBERS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            walked.addAll(page.getList("members.person", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(walked).doesNotHaveDuplicates().containsAll(people);
    }

    @Test
    void eachReminderIsMadeOnce() {
        String person = someone(StaffRole.SUPPORT);
        assertThat(remindersOf(person)).isEmpty();

        MovableClock.move(Duration.ofDays(334));
        sweep();
        assertThat(remindersOf(person)).isEmpty();
        MovableClock.move(Duration.ofDays(1).plusMinutes(1));
        sweep();
        sweep();
        assertThat(remindersOf(person)).isEqualTo("30 30");
        MovableClock.move(Duration.ofDays(23));
        sweep();
        assertThat(remindersOf(person)).isEqualTo("7 7");
        MovableClock.move(Duration.ofDays(7));
        sweep();
        assertThat(remindersOf(person)).isEqualTo("0 0");
    }

    @Test
    void auditorsSeeWhatExpiresTheEarliestFirst() {
        someone(StaffRole.SUPPORT);
        MovableClock.move(Duration.ofDays(366));
        sweep();

        List<String> times = onDuty("some-auditor", StaffRole.AUDITOR)
                .get("/v1/audit/workforce/expiring")
                .then()
                .statusCode(200)
                .body("expiring.person", everyItem(notNullValue()))
                .body("expiring.days", everyItem(in(List.of(0, 7, 30))))
                .extract()
                .path("expiring.expiresAt");

        assertThat(times.stream().map(Instant::parse)).hasSizeBetween(2, 200).isSorted();
    }

    @Test
    void whoRenewsOrLeavesIsRemindedNoMore() {
        String renewing = someone(StaffRole.SUPPORT);
        String leaving = someone(StaffRole.SUPPORT);
        MovableClock.move(Duration.ofDays(360));
        sweep();
        assertThat(remindersOf(renewing)).isEqualTo("7 7");

        train(renewing, today());
        acknowledge(renewing, StaffRole.SUPPORT);
        register(leaving, StaffRole.SUPPORT, today().minusDays(400), today());
        sweep();

        assertThat(remindersOf(renewing)).isEmpty();
        assertThat(remindersOf(leaving)).isEmpty();
    }

    @Test
    void aRecordMovedToAnotherPersonDoesNotOpen() {
        String good = someone(StaffRole.SECURITY);
        String bad = newPerson();
        register(bad, StaffRole.SUPPORT, today(), null);
        data.change(
                "update workforce_member b set version = g.version, sealed = g.sealed from workforce_member g"
                        + " where b.subject_ref = ? and g.subject_ref = ?",
                ref(bad),
                ref(good));

        search(bad).statusCode(500).body("code", equalTo("internal-error"));
        search(good).statusCode(200);
        data.change("delete from workforce_member where subject_ref = ?", ref(bad));
    }

    @Test
    void nothingReadableIsStored() {
        String person = someone(StaffRole.SUPPORT);
        byte[] stored = data.bytes("select string_agg(sealed || subject_ref, ''::bytea) from workforce_member");

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("Readable")
                .doesNotContain("privacy-1")
                .doesNotContain(person);
    }

    @Test
    void whoIsLookedUpWithoutARecordLeavesNothing() {
        String person = newPerson();
        search(person).statusCode(404);

        accessLog(person).body("entries.size()", equalTo(0));
    }

    private byte[] ref(String person) {
        return workforce.ref(person).bytes();
    }

    private void sweep() {
        Uni<Void> swept = reminders.sweep();
        swept.await().atMost(Duration.ofSeconds(10));
    }

    /** The last one of each proof that was not renewed since; the list over HTTP ends after 200, which other tests fill. */
    private String remindersOf(String person) {
        byte[] days = data.bytes(
                "select convert_to(coalesce(string_agg(days::text, ' '), ''), 'UTF8') from ("
                        + "select min(r.days) as days from workforce_reminder r"
                        + " join workforce_expiry e using (subject_ref, proof, expires_at)"
                        + " where subject_ref = ? group by proof) as last",
                ref(person));
        return new String(days, StandardCharsets.UTF_8);
    }

    private static ValidatableResponse put(String person, String header, String value) {
        return as("keeper", StaffRole.SECURITY)
                .header(header, value)
                .body(member(person, StaffRole.DPO, today(), null))
                .put(MEMBERS)
                .then();
    }
}
