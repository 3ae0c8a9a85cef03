package health.lunaria.audit.blastradius;

import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.report;
import static health.lunaria.audit.incident.Incidents.PATH;
import static health.lunaria.audit.incident.Incidents.as;
import static health.lunaria.audit.incident.Incidents.open;
import static health.lunaria.audit.incident.Incidents.post;
import static health.lunaria.audit.incident.Incidents.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BlastRadiusTest {

    /** A day on which no other test has an access. */
    private static final Instant DAY =
            Instant.now().minus(Duration.ofDays(200)).truncatedTo(ChronoUnit.DAYS);

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void itCountsAccessesAndPeopleAndNamesNobody() {
        Instant start = DAY;
        accessAt(start, "radius-a", 1);
        accessAt(start.plusMillis(500), "radius-a", 2);
        accessAt(start.plusSeconds(1).minusMillis(1), "radius-b", 3);
        accessAt(start.minusMillis(1), "radius-c", 4);
        accessAt(start.plusSeconds(1), "radius-d", 5);
        String id = open("HIGH", "Radius");

        ask(id, start, start.plusSeconds(1))
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("events", equalTo(3))
                .body("erased", equalTo(0))
                .body("persons", equalTo(2))
                .body("refs", hasSize(2))
                .body("keys.persons", contains(2))
                .body("withoutKey", equalTo(0))
                .body("complete", equalTo(true))
                .body(not(containsString("radius-")))
                .body(not(containsString("cycle.days")));
    }

    @Test
    void whatWasErasedIsCountedApart() {
        Instant start = DAY.plus(Duration.ofHours(1));
        UUID erased = accessAt(start, "radius-e", 6);
        accessAt(start, "radius-f", 7);
        data.change(
                "delete from access_event where index = (select index from log_leaf where event_id = ?)", erased);

        ask(open("HIGH", "Erased"), start, start.plusSeconds(1))
                .body("events", equalTo(1))
                .body("erased", equalTo(1))
                .body("persons", equalTo(1));
    }

    @Test
    void whoHasNoKeyAnyMoreIsCounted() {
        Instant start = DAY.plus(Duration.ofHours(4));
        UUID keyless = accessAt(start, "radius-g", 8);
        accessAt(start, "radius-h", 9);
        byte[] ref = data.bytes(
                "select subject_ref from access_event where index = (select index from log_leaf where event_id = ?)",
                keyless);
        Sql.in(TestDatabases.start().keyring()).change("delete from subject_key where subject_ref = ?", ref);

        ask(open("HIGH", "Keys"), start, start.plusSeconds(1))
                .body("persons", equalTo(2))
                .body("keys.persons", contains(1))
                .body("withoutKey", equalTo(1));
    }

    @Test
    void nothingIsFoundWhereNothingWas() {
        ask(open("LOW", "Empty"), DAY.plus(Duration.ofHours(2)), DAY.plus(Duration.ofHours(3)))
                .statusCode(200)
                .body("events", equalTo(0))
                .body("refs", hasSize(0))
                .body("complete", equalTo(true));
    }

    @Test
    void thatSomebodyAskedStandsInTheTimeline() {
        String id = open("LOW", "Asked");
        ask(id, DAY, DAY.plusSeconds(1)).statusCode(200);

        Incidents.get(id)
                .body("timeline.kind", contains("OPENED", "BLAST_RADIUS"))
                .body("timeline.text", hasItem(DAY + "/" + DAY.plusSeconds(1)));
    }

    @Test
    void aRangeHasAnOrderAndAnEnd() {
        String id = open("LOW", "Ranges");

        ask(id, DAY, DAY).statusCode(400).body("fields[0].reason", equalTo("before-from"));
        ask(id, DAY.plusSeconds(1), DAY).statusCode(400);
        ask(id, DAY, DAY.plus(Duration.ofDays(31)).plusMillis(1))
                .statusCode(400)
                .body("fields[0].reason", equalTo("too-long"));
        ask(id, DAY, DAY.plus(Duration.ofDays(31))).statusCode(200);
        post(id, "blast-radius", null, "{}").statusCode(400);
        Incidents.get(id).header("ETag", "\"2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "support", "auditor", "dpo"})
    void onlySecurityAsks(String role) {
        String id = open("LOW", "Roles");

        as("eve", role)
                .body(body(DAY, DAY.plusSeconds(1)))
                .post(PATH + "/" + id + "/blast-radius")
                .then()
                .statusCode(403);
    }

    @Test
    void itIsAskedForAnOpenIncidentOnly() {
        String id = open("LOW", "Closed");
        post(id, "closure", "\"1\"", text("x")).statusCode(200);

        ask(id, DAY, DAY.plusSeconds(1)).statusCode(409).body("code", equalTo("incident-closed"));
        ask("00000000-0000-0000-0000-000000000000", DAY, DAY.plusSeconds(1)).statusCode(404);
    }

    @Test
    void idsAreTakenByTheMillisecond() {
        TimeRange range = new TimeRange(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2));

        assertThat(range.first()).isEqualTo(UUID.fromString("00000000-0001-0000-0000-000000000000"));
        assertThat(range.end()).isEqualTo(UUID.fromString("00000000-0002-0000-0000-000000000000"));
    }

    private static ValidatableResponse ask(String id, Instant from, Instant to) {
        return post(id, "blast-radius", null, body(from, to));
    }

    private static String body(Instant from, Instant to) {
        return "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    }

    /** @return the id of an access that happened then */
    private static UUID accessAt(Instant time, String subject, long number) {
        UUID id = new UUID(time.toEpochMilli() << 16 | 0x7000L, 0x8000000000000000L | number);
        report(event(id, time, subject, "cycle.days.read")).statusCode(204);
        return id;
    }
}
