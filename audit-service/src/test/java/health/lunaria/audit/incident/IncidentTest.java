package health.lunaria.audit.incident;

import static health.lunaria.audit.incident.Incidents.PATH;
import static health.lunaria.audit.incident.Incidents.as;
import static health.lunaria.audit.incident.Incidents.body;
import static health.lunaria.audit.incident.Incidents.get;
import static health.lunaria.audit.incident.Incidents.open;
import static health.lunaria.audit.incident.Incidents.post;
import static health.lunaria.audit.incident.Incidents.security;
import static health.lunaria.audit.incident.Incidents.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class IncidentTest {

    private static final String MARKER = "mArKeR7391";

    @Inject
    MeterRegistry meters;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void anIncidentGoesFromOpenToClosedAndItsTimelineTells() {
        String id = open("HIGH", "Strange logins");

        post(id, "acknowledgement", "\"1\"", "")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("owner", equalTo("sam"));
        post(id, "entries", null, text("Looked at the log")).statusCode(201).header("ETag", "\"3\"");
        post(id, "assignment", "\"3\"", "{\"severity\":\"CRITICAL\",\"owner\":\"kim\"}")
                .statusCode(200)
                .body("owner", equalTo("kim"));
        post(id, "closure", "\"4\"", text("A test")).statusCode(200).body("state", equalTo("CLOSED"));

        get(id).statusCode(200)
                .header("ETag", "\"5\"")
                .header("Cache-Control", containsString("no-store"))
                .body("severity", equalTo("CRITICAL"))
                .body("timeline.kind", contains("OPENED", "ACKNOWLEDGED", "NOTE", "ASSIGNED", "CLOSED"))
                .body("timeline.by", contains("sam", "sam", "sam", "sam", "sam"))
                .body("timeline[2].text", equalTo("Looked at the log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "assignment", "entries", "closure"})
    void whatIsClosedIsChangedNoMore(String what) {
        String id = open("LOW", "Closed");
        post(id, "closure", "\"1\"", text("Nothing")).statusCode(200);

        post(id, what, "\"2\"", bodyOf(what)).statusCode(409).body("code", equalTo("incident-closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "assignment", "closure"})
    void aChangeNeedsTheVersionThatIsThere(String what) {
        String id = open("LOW", "Versions");

        post(id, what, null, bodyOf(what)).statusCode(428).body("code", equalTo("precondition-missing"));
        post(id, what, "\"2\"", bodyOf(what)).statusCode(412).body("code", equalTo("stale"));
        post(id, what, "*", bodyOf(what)).statusCode(412);
        get(id).header("ETag", "\"1\"").body("state", equalTo("OPEN"));
    }

    @Test
    void nobodyAcknowledgesTwice() {
        String id = open("LOW", "Twice");
        post(id, "acknowledgement", "\"1\"", "").statusCode(200);

        post(id, "acknowledgement", "\"2\"", "").statusCode(409).body("code", equalTo("incident-acknowledged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "support", "auditor", "dpo", "peer-cycle-service"})
    void onlySecurityWrites(String role) {
        String id = open("LOW", "Roles");

        as("eve", role).body(body("LOW", "Mine")).post(PATH).then().statusCode(403);
        for (String what : List.of("acknowledgement", "assignment", "entries", "closure")) {
            as("eve", role)
                    .header("If-Match", "\"1\"")
                    .body(bodyOf(what))
                    .post(PATH + "/" + id + "/" + what)
                    .then()
                    .statusCode(403);
        }
        get(id).header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @CsvSource({"auditor, 200", "dpo, 200", "security, 200", "user, 403", "support, 403"})
    void auditorsAndTheDataProtectionOfficerRead(String role, int status) {
        String id = open("LOW", "Readers");

        as("rita", role).get(PATH).then().statusCode(status);
        as("rita", role).get(PATH + "/" + id).then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-00000000000G"})
    void whatIsNotThereIsNotFound(String id) {
        get(id).statusCode(404).body("code", equalTo("not-found"));
        post(id, "entries", null, text("x")).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"severity\":\"HIGH\"}",
                "{\"severity\":\"HIGH\",\"title\":\" \"}",
                "{\"severity\":\"mArKeR7391\",\"title\":\"t\"}",
                "{\"severity\":0,\"title\":\"t\"}",
                "{\"severity\":\"HIGH\",\"title\":\"t\",\"owner\":\"\"}",
                "{\"severity\":\"HIGH\",\"title\":\"t\",\"mArKeR7391\":1}",
                "[]",
                ""
            })
    void aBadIncidentIsRefusedAndNotRepeated(String body) {
        long before = count();

        security().body(body).post(PATH).then().statusCode(400).body(not(containsString(MARKER)));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void textsHaveAnEnd() {
        String id = open("LOW", "Long");

        security().body(body("LOW", "x".repeat(201))).post(PATH).then().statusCode(400);
        post(id, "entries", null, text("x".repeat(10_001))).statusCode(400);
        post(id, "entries", null, text("x".repeat(10_000))).statusCode(201);
    }

    @Test
    void thePagesShowEverythingOnceWhileNewOnesArrive() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(0, open("LOW", "Page " + i));
        }

        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(cursor);
            walked.addAll(page.getList("incidents.id"));
            cursor = page.getString("next");
            open("LOW", "Meanwhile");
        } while (cursor != null && !walked.containsAll(ids));

        assertThat(walked).doesNotHaveDuplicates().containsSubsequence(ids);
    }

    @Test
    void aCursorWorksForItsReaderOnly() {
        open("LOW", "One");
        open("LOW", "Two");
        String cursor = security().queryParam("limit", 1).get(PATH).path("next");

        as("rita", "auditor")
                .queryParam("cursor", cursor)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void whoIsLateIsEscalatedOnce() {
        String id = open("CRITICAL", "Nobody cares");
        double before = meters.counter("lunaria.incidents.escalated").count();
        get(id).body("escalatedAt", nullValue());
        data.change(
                "update incident set acknowledge_by = now() - interval '1 second' where id = ?", UUID.fromString(id));

        Awaitility.await().untilAsserted(() -> get(id).body("escalatedAt", notNullValue()));
        assertThat(meters.counter("lunaria.incidents.escalated").count()).isEqualTo(before + 1);
        get(id).body("timeline.kind", contains("OPENED", "ESCALATED")).body("timeline.by", hasItem("escalation"));
        post(id, "acknowledgement", "\"2\"", "").statusCode(200);
    }

    @Test
    void whatIsAcknowledgedOrNotYetLateIsNotEscalated() {
        String acknowledged = open("CRITICAL", "In hand");
        post(acknowledged, "acknowledgement", "\"1\"", "").statusCode(200);
        String late = open("CRITICAL", "Late");
        data.change(
                "update incident set acknowledge_by = now() - interval '1 second' where id in (?, ?)",
                UUID.fromString(acknowledged),
                UUID.fromString(late));
        String fresh = open("LOW", "Fresh");

        Awaitility.await().untilAsserted(() -> get(late).body("escalatedAt", notNullValue()));
        get(acknowledged).body("escalatedAt", nullValue());
        get(fresh).body("escalatedAt", nullValue());
    }

    @Test
    void noTextStandsInTheDatabase() {
        String id = open("LOW", MARKER);
        post(id, "entries", null, text(MARKER)).statusCode(201);

        for (String table : List.of("incident", "incident_entry")) {
            assertThat(data.number("select count(*) from " + table + " where position(?::bytea in sealed) > 0", (Object)
                            MARKER.getBytes(StandardCharsets.UTF_8)))
                    .isZero();
        }
    }

    @Test
    void anOlderVersionPutBackDoesNotOpen() {
        String id = open("LOW", "Rolled back");
        UUID key = UUID.fromString(id);
        byte[] old = data.bytes("select sealed from incident where id = ?", key);
        post(id, "assignment", "\"1\"", "{\"severity\":\"HIGH\"}").statusCode(200);
        data.change("update incident set sealed = ? where id = ?", old, key);

        get(id).statusCode(500).body("code", equalTo("internal-error"));
        data.change("delete from incident_entry where incident_id = ?", key);
        data.change("delete from incident where id = ?", key);
    }

    private JsonPath page(String cursor) {
        var request = security().queryParam("limit", 3);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(PATH).then().statusCode(200).extract().jsonPath();
    }

    /** Without those that the verifier of the log may raise meanwhile. */
    private long count() {
        return data.number("select count(*) from incident where severity <> 'CRITICAL'");
    }

    private static String bodyOf(String what) {
        return switch (what) {
            case "assignment" -> "{\"severity\":\"HIGH\"}";
            case "acknowledgement" -> "";
            default -> text("x");
        };
    }
}
