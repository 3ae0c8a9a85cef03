package health.lunaria.audit.event;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.Reporting;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class EventReportTest {

    @Inject
    MeterRegistry meters;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aReportedEventStandsInTheAccessLogWithItsPlace() {
        UUID id = newId();
        Instant time = Reporting.now();
        report(event(id, time, "reported-on", "cycle.days.read")).statusCode(204);

        accessLog("reported-on")
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("entries[0].id", equalTo(id.toString()))
                .body("entries[0].time", equalTo(time.toString()))
                .body("entries[0].actor.kind", equalTo("self"))
                .body("entries[0].actor.name", nullValue())
                .body("entries[0].service", equalTo("cycle-service"))
                .body("entries[0].action", equalTo("cycle.days.read"))
                .body("entries[0].index", equalTo((int) placeOf(id)))
                .body("next", nullValue());
    }

    @Test
    void eachServiceReportsItsOwnAccesses() {
        for (String service : new String[] {"profile", "cycle", "billing", "audit"}) {
            String action = service + ".thing.read";
            report(service + "-service", List.of(event(newId(), "of-each-service", action)))
                    .statusCode(204);
        }
        accessLog("of-each-service")
                .body(
                        "entries.service",
                        contains("audit-service", "billing-service", "cycle-service", "profile-service"));
    }

    @Test
    void anotherServiceOrAStoreIsNamed() {
        String byService = event(newId(), "accessed-by-service", "cycle.days.read")
                .replace("{\"kind\":\"self\"}", "{\"kind\":\"service\",\"name\":\"billing-service\"}");
        report(byService).statusCode(204);

        accessLog("accessed-by-service")
                .body("entries[0].actor.kind", equalTo("service"))
                .body("entries[0].actor.name", equalTo("billing-service"));
    }

    @Test
    void somebodyOfTheStaffIsTheRoleAndNoPerson() {
        String byStaff = event(newId(), "accessed-by-staff", "cycle.days.read")
                .replace("{\"kind\":\"self\"}", "{\"kind\":\"staff\",\"name\":\"support\"}");
        report(byStaff).statusCode(204);

        accessLog("accessed-by-staff")
                .body("entries[0].actor.kind", equalTo("staff"))
                .body("entries[0].actor.name", equalTo("support"));
    }

    /** One in some thousands of them does, and its sender would try for ever. */
    @Test
    void aSubjectThatLooksLikeACardNumberIsNotRefused() {
        report(event(newId(), "4111-1111-1111-1111", "cycle.days.read")).statusCode(204);

        accessLog("4111-1111-1111-1111").body("entries", hasSize(1));
    }

    @Test
    void theFullBatchIsTakenInItsOrder() {
        List<UUID> ids = IntStream.range(0, 1024).mapToObj(i -> newId()).toList();
        report(
                        "cycle-service",
                        ids.stream()
                                .map(id -> event(id, "busy", "cycle.days.read"))
                                .toList())
                .statusCode(204);

        assertThat(placeOf(ids.get(1023)) - placeOf(ids.get(0))).isEqualTo(1023);
        List<String> newest = Collections.singletonList(ids.get(1023).toString());
        accessLog("busy", 1, null).body("entries.id", equalTo(newest));
    }

    @Test
    void theSameEventInOneBatchIsLoggedOnce() {
        double duplicates = count("duplicate");
        String event = event(newId(), "twice-at-once", "cycle.days.read");
        long before = size();
        report(event, event(newId(), "twice-at-once", "cycle.days.write"), event)
                .statusCode(204);

        assertThat(size() - before).isEqualTo(2);
        assertThat(count("duplicate") - duplicates).isEqualTo(1);
        accessLog("twice-at-once").body("entries.action", contains("cycle.days.write", "cycle.days.read"));
    }

    @Test
    void theSameEventDeliveredAgainIsLoggedOnce() {
        double duplicates = count("duplicate");
        double conflicts = count("conflict");
        UUID id = newId();
        String event = event(id, "delivered-again", "cycle.days.read");
        report(event).statusCode(204);
        long place = placeOf(id);
        long before = size();
        report(event).statusCode(204);
        report(event, event(newId(), "delivered-again", "cycle.days.write")).statusCode(204);

        assertThat(size() - before).isEqualTo(1);
        assertThat(placeOf(id)).isEqualTo(place);
        assertThat(count("duplicate") - duplicates).isEqualTo(2);
        assertThat(count("conflict") - conflicts).isZero();
        accessLog("delivered-again").body("entries.action", contains("cycle.days.write", "cycle.days.read"));
    }

    @Test
    void anotherEventUnderAKnownIdChangesNothingAndIsCounted() {
        double conflicts = count("conflict");
        UUID id = newId();
        Instant time = Reporting.now();
        report(event(id, time, "first-teller", "cycle.days.read")).statusCode(204);
        long before = size();

        report(event(id, time, "first-teller", "cycle.days.write")).statusCode(204);
        report(event(id, time.plusMillis(1), "first-teller", "cycle.days.read")).statusCode(204);
        report(event(id, time, "second-teller", "cycle.days.read")).statusCode(204);
        report("billing-service", List.of(event(id, time, "first-teller", "billing.days.read")))
                .statusCode(204);

        assertThat(size()).isEqualTo(before);
        assertThat(count("conflict") - conflicts).isEqualTo(4);
        accessLog("first-teller").body("entries.action", contains("cycle.days.read"));
        accessLog("second-teller").body("entries", empty());
    }

    @Test
    void anotherEventUnderAnIdOfTheSameBatchIsCounted() {
        double conflicts = count("conflict");
        UUID id = newId();
        report(event(id, "same-batch", "cycle.days.read"), event(id, "same-batch", "cycle.days.write"))
                .statusCode(204);

        assertThat(count("conflict") - conflicts).isEqualTo(1);
        accessLog("same-batch").body("entries.action", contains("cycle.days.read"));
    }

    @Test
    void anErasedEventIsNotLoggedAgain() {
        UUID id = newId();
        String event = event(id, "erased", "cycle.days.read");
        report(event).statusCode(204);
        assertThat(data.change("delete from access_event where index = ?", placeOf(id)))
                .isEqualTo(1);
        long before = size();

        report(event).statusCode(204);

        assertThat(size()).isEqualTo(before);
        accessLog("erased").body("entries", empty());
    }

    @Test
    void whoIsNobodyCannotReport() {
        long before = size();
        given().contentType(ContentType.JSON)
                .body("{\"events\":[" + event(newId(), "victim", "cycle.days.read") + "]}")
                .post("/internal/events")
                .then()
                .statusCode(401);
        assertThat(size()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "support", "security", "auditor", "dpo", "peer-gateway"})
    void whoIsNoServiceCannotReport(String role) {
        long before = size();
        given().auth()
                .oauth2(Tokens.of("intruder", role))
                .contentType(ContentType.JSON)
                .body("{\"events\":[" + event(newId(), "intruder", "cycle.days.read") + "]}")
                .post("/internal/events")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void nothingReadableIsStored() {
        UUID id = newId();
        report(event(id, "very-readable-subject", "cycle.readable-things.read")).statusCode(204);
        long place = placeOf(id);
        byte[] stored = data.bytes(
                "select e.sealed || e.subject_ref || l.leaf || l.leaf_hash from access_event e"
                        + " join log_leaf l using (index) where index = ?",
                place);

        assertThat(stored).hasSizeGreaterThan(200);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("readable")
                .doesNotContain("cycle")
                .doesNotContain("self")
                .doesNotContain(id.toString());
    }

    private long placeOf(UUID id) {
        return data.number("select index from log_leaf where event_id = ?", id);
    }

    private long size() {
        return data.number("select size from log_head");
    }

    private double count(String outcome) {
        return meters.counter("lunaria.audit.events", "outcome", outcome).count();
    }
}
