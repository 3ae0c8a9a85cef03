package health.lunaria.audit.outbox;

import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.incident.Incidents.security;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import health.lunaria.audit.Reporting;
import health.lunaria.audit.incident.Incidents;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What services say of their outboxes, and what becomes of it when the log does not fit. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class StatementTest {

    private static final String PATH = "/internal/outbox-statements";
    private static final String SERVICE = "billing-service";
    /** One for all tests: the verifier remembers what it said. */
    private static final UUID OUTBOX = UUID.randomUUID();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aStatementCountsWhenTheNextOneConfirmsIt() {
        deliver(3);
        long logged = logged();
        UUID first = state(null, logged);
        assertThat(data.number("select logged from outbox_statement where id = ?", first))
                .isEqualTo(logged);
        assertThat(confirmed(first)).isZero();

        UUID second = state(first, logged);
        assertThat(confirmed(first)).isEqualTo(1);
        assertThat(confirmed(second)).isZero();
    }

    @Test
    void oneThatComesLateIsNeverConfirmed() {
        UUID first = state(null, logged());
        UUID second = state(first, logged());
        UUID late = state(first, logged());
        state(second, logged());

        assertThat(confirmed(late)).isZero();
        assertThat(data.number("select count(*) from outbox_statement where confirmed and outbox = ?", OUTBOX))
                .isZero();
        assertThat(data.number("select count(*) from outbox_statement where outbox = ?", OUTBOX))
                .isEqualTo(1);
    }

    /** The service says it delivered one event more than the log has: it was lost on the way, or taken out of the log. */
    @Test
    void aLostEventIsFoundAndRaisesAnIncident() {
        long one = logged() + 1;
        state(state(null, one), one);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(found()).isEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> security()
                        .get(Incidents.PATH)
                        .then()
                        .body(
                                "incidents.title",
                                hasItem("The log is not as it must be: OUTBOX_NOT_LOGGED billing-service")));
        deliver(1);
        state(state(null, one), one);
        data.change("delete from log_finding");
    }

    @Test
    void aServiceCannotFillTheDatabaseWithOutboxes() {
        String service = "profile-service";
        try {
            for (int i = 0; i < 8; i++) {
                state(service, UUID.randomUUID(), UUID.randomUUID(), null, 0).statusCode(204);
            }
            state(service, UUID.randomUUID(), UUID.randomUUID(), null, 0)
                    .statusCode(409)
                    .body("code", equalTo("too-many-outboxes"));
            assertThat(data.number("select count(*) from outbox_statement where service = ?", service))
                    .isEqualTo(8);
        } finally {
            data.change("delete from outbox_statement where service = ?", service);
            data.change("delete from log_finding");
        }
    }

    @Test
    void whatIsNoStatementIsRefused() {
        UUID id = UUID.randomUUID();
        post("{}").statusCode(400);
        state(SERVICE, new UUID(0, 0), id, null, 0).statusCode(400).body("fields[0].field", equalTo("outbox"));
        state(SERVICE, OUTBOX, id, null, -1).statusCode(400);
        state(SERVICE, OUTBOX, null, null, 0).statusCode(400);
        given().auth()
                .oauth2(Tokens.of("somebody"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(403);

        assertThat(data.number("select count(*) from outbox_statement where id = ?", id))
                .isZero();
    }

    private void deliver(int events) {
        for (int i = 0; i < events; i++) {
            String event = event(newId(), "stated", "billing.entitlements.read");
            Reporting.post(SERVICE, "{\"outbox\":\"%s\",\"events\":[%s]}".formatted(OUTBOX, event))
                    .statusCode(204);
        }
    }

    /** A statement that all was delivered, and that it was so many. */
    private static UUID state(UUID confirms, long delivered) {
        UUID id = UUID.randomUUID();
        state(SERVICE, OUTBOX, id, confirms, delivered).statusCode(204);
        return id;
    }

    private static ValidatableResponse state(String service, UUID outbox, UUID id, UUID confirms, long delivered) {
        return post(
                service,
                "{\"outbox\":%s,\"id\":%s,\"confirms\":%s,\"recorded\":%d,\"delivered\":%d,\"waiting\":0}"
                        .formatted(json(outbox), json(id), json(confirms), delivered, delivered));
    }

    private static String json(UUID id) {
        return id == null ? "null" : "\"" + id + "\"";
    }

    private static ValidatableResponse post(String body) {
        return post(SERVICE, body);
    }

    private static ValidatableResponse post(String service, String body) {
        return given().auth()
                .oauth2(Tokens.of(service, "peer-" + service))
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    private long logged() {
        return data.number("select coalesce(sum(leaves), 0) from log_source where outbox = ?", OUTBOX);
    }

    private long found() {
        return data.number(
                "select count(*) from log_finding where kind = 'OUTBOX_NOT_LOGGED' and source = ? and position = 1",
                SERVICE);
    }

    private long confirmed(UUID statement) {
        return data.number("select count(*) from outbox_statement where confirmed and id = ?", statement);
    }
}
