package health.lunaria.audit.event;

import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.now;
import static health.lunaria.audit.Reporting.post;
import static health.lunaria.audit.Reporting.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.safeguards.testing.LargeBody;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a batch: a stable slug, the field, never the value, and nothing stored by half. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class EventBadInputTest {

    private static final String MARKER = "mArKeR7391";
    private static final String GOOD = event(newId(), "bad-input", "cycle.days.read");
    private static final String ID = "\"id\":\"" + newId() + "\"";
    private static final String TIME = "\"time\":\"" + now() + "\"";
    private static final String SUBJECT = "\"subject\":\"bad-input\"";
    private static final String ACTOR = "\"actor\":{\"kind\":\"self\"}";
    private static final String ACTION = "\"action\":\"cycle.days.read\"";

    @Inject
    MeterRegistry meters;

    private final Sql data = Sql.in(TestDatabases.start().data());

    static Stream<Arguments> badBodies() {
        return Stream.of(bodies(), ids(), times(), subjects(), actors(), actions())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> bodies() {
        String tooMany = String.join(
                ",",
                IntStream.range(0, 1025)
                        .mapToObj(i -> event(newId(), "bad-input", "cycle.days.read"))
                        .toList());
        return Stream.of(
                bad("", "invalid-field", null),
                bad("null", "invalid-field", null),
                bad("[]", "invalid-field", ""),
                bad("\"" + MARKER + "\"", "invalid-field", ""),
                bad("{" + MARKER, "malformed-body", null),
                bad("{\"events\":[" + GOOD, "malformed-body", null),
                bad("{\"events\":[" + GOOD + "]}}", "malformed-body", null),
                bad("{\"events\":[],\"events\":[" + GOOD + "]}", "malformed-body", null),
                bad("{}", "invalid-field", "events"),
                bad("{\"events\":null}", "invalid-field", "events"),
                bad("{\"events\":{}}", "invalid-field", "events"),
                bad("{\"events\":[]}", "invalid-field", "events"),
                bad("{\"events\":[" + tooMany + "]}", "invalid-field", "events"),
                bad("{\"events\":[" + GOOD + ",null]}", "invalid-field", "events[1]"),
                bad("{\"events\":[" + GOOD + "],\"" + MARKER + "\":1}", "unknown-field", ""),
                bad(with(ID, TIME, SUBJECT, ACTOR, ACTION, "\"" + MARKER + "\":1"), "unknown-field", "events[1]"),
                bad(with(ID, TIME, SUBJECT, ACTOR, ACTION, "\"service\":\"x\""), "unknown-field", "events[1]"),
                bad(with(ID, TIME, SUBJECT, ACTOR, ACTION, "\"index\":0"), "unknown-field", "events[1]"),
                bad(with(ID, ID, TIME, SUBJECT, ACTOR, ACTION), "malformed-body", null),
                bad("[".repeat(10_000), "invalid-field", ""),
                bad("{\"events\":" + "[".repeat(10_000), "invalid-field", "events[0]"));
    }

    private static Stream<Arguments> ids() {
        String time = newId().toString();
        return Stream.of(
                bad(with(TIME, SUBJECT, ACTOR, ACTION), "invalid-field", "events[1].id"),
                badId("\"" + UUID.randomUUID() + "\""),
                badId("\"" + UUID.nameUUIDFromBytes(new byte[] {1}) + "\""),
                badId("\"00000000-0000-0000-0000-000000000000\""),
                badId("\"" + time.substring(0, 19) + "0" + time.substring(20) + "\""),
                badId("\"" + MARKER + "\""),
                badId("\"\""),
                badId("7"),
                badId("null"),
                badId("[\"" + time + "\"]"));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                bad(with(ID, SUBJECT, ACTOR, ACTION), "invalid-field", "events[1].time"),
                badTime("\"" + now().minus(Duration.ofDays(366).plusMinutes(1)) + "\""),
                badTime("\"" + now().plus(Duration.ofMinutes(7)) + "\""),
                badTime("\"+999999999-12-31T23:59:59Z\""),
                badTime("\"2026-11-24T09:00:00\""),
                badTime("\"2026-11-24T09:00:00+01:00\""),
                badTime("\"2026-11-24\""),
                badTime("\"2026-02-30T09:00:00Z\""),
                badTime("\"" + MARKER + "Z\""),
                badTime("\"\""),
                badTime(Long.toString(now().getEpochSecond())),
                badTime("[2026,11,24]"),
                badTime("null"));
    }

    private static Stream<Arguments> subjects() {
        return Stream.of(
                bad(with(ID, TIME, ACTOR, ACTION), "invalid-field", "events[1].subject"),
                badSubject("\"\""),
                badSubject("\"  \""),
                badSubject("\"" + MARKER + "x".repeat(246) + "\""),
                badSubject("\"" + MARKER + "\\u0000\""),
                badSubject("\"" + MARKER + "\\n\""),
                badSubject("\"" + MARKER + "\\u007f\""),
                badSubject("\"" + MARKER + "\\ud800\""),
                badSubject("7"),
                badSubject("true"),
                badSubject("null"),
                badSubject("{\"" + MARKER + "\":1}"),
                badSubject("[\"" + MARKER + "\"]"));
    }

    private static Stream<Arguments> actors() {
        return Stream.of(
                bad(with(ID, TIME, SUBJECT, ACTION), "invalid-field", "events[1].actor"),
                badActor("null", ""),
                badActor("\"self\"", ""),
                badActor("[]", ""),
                badActor("{}", ".kind"),
                badActor("{\"kind\":null}", ".kind"),
                badActor("{\"kind\":\"SELF\"}", ".kind"),
                badActor("{\"kind\":\"" + MARKER + "\"}", ".kind"),
                badActor("{\"kind\":0}", ".kind"),
                badActor("{\"kind\":\"self\",\"name\":\"alice\"}", ".name"),
                badActor("{\"kind\":\"service\"}", ".name"),
                badActor("{\"kind\":\"store\",\"name\":null}", ".name"),
                badActor("{\"kind\":\"store\",\"name\":\"\"}", ".name"),
                badActor("{\"kind\":\"store\",\"name\":\"" + MARKER + "\"}", ".name"),
                badActor("{\"kind\":\"store\",\"name\":\"" + "x".repeat(65) + "\"}", ".name"),
                badActor("{\"kind\":\"store\",\"name\":7}", ".name"),
                badActor("{\"kind\":\"address\"}", ".name"),
                bad(
                        with(ID, TIME, SUBJECT, "\"actor\":{\"kind\":\"self\",\"" + MARKER + "\":1}", ACTION),
                        "unknown-field",
                        "events[1].actor"));
    }

    private static Stream<Arguments> actions() {
        return Stream.of(
                bad(with(ID, TIME, SUBJECT, ACTOR), "invalid-field", "events[1].action"),
                badAction("\"\""),
                badAction("\"cycle\""),
                badAction("\"cycle.\""),
                badAction("\"cycle..read\""),
                badAction("\"cycle.days.read.and.more\""),
                badAction("\"Cycle.days.read\""),
                badAction("\"cycle.days.read \""),
                badAction("\"cycle.days.2026\""),
                badAction("\"cycle." + MARKER + "\""),
                badAction("\"cycle." + "x".repeat(95) + "\""),
                badAction("\"cycle.days\\n\""),
                badAction("7"),
                badAction("null"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadBatchIsRefusedClearlyAndWhole(String body, String slug, String field) {
        long before = size();
        double refused = meters.counter("lunaria.audit.batches.refused").count();
        Response answer = post("cycle-service", body).extract().response();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.asString()).doesNotContain(MARKER).doesNotContain("bad-input");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(slug);
        if (field != null) {
            assertThat(answer.jsonPath().getString("fields[0].field")).isEqualTo(field);
        }
        assertThat(size()).isEqualTo(before);
        assertThat(meters.counter("lunaria.audit.batches.refused").count() - refused)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing.events.read", "cycles.days.read", "cyclex.days.read", "self.cycle.read"})
    void aServiceCannotSpeakForAnother(String action) {
        long before = size();
        report(GOOD, event(newId(), "bad-input", action))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("foreign-action"))
                .body("fields[0].field", equalTo("events[1].action"));
        report("billing-service", List.of(GOOD)).statusCode(403);

        assertThat(size()).isEqualTo(before);
    }

    @Test
    void nothingOfARefusedBatchIsLoggedAndTheRestCanBeSentAgain() {
        UUID id = newId();
        String good = event(id, "mended", "cycle.days.read");
        report(good, event(UUID.randomUUID(), "mended", "cycle.days.read")).statusCode(400);
        assertThat(logged(id)).isZero();

        report(good).statusCode(204);
        assertThat(logged(id)).isEqualTo(1);
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        String longest = "s".repeat(255);
        report(
                        event(newId(), now().minus(Duration.ofDays(365)), "limits", "cycle.days.read"),
                        event(newId(), now().plus(Duration.ofMinutes(4)), "limits", "cycle.days.read"),
                        event(newId(), longest, "cycle." + "x".repeat(94)),
                        event(newId(), "limits", "cycle.days.read")
                                .replace(
                                        "{\"kind\":\"self\"}",
                                        "{\"kind\":\"store\",\"name\":\"" + "x".repeat(64) + "\"}"),
                        event(newId(), "limits", "cycle.calendar-feed.read")
                                .replace("{\"kind\":\"self\"}", "{\"kind\":\"address\",\"name\":\"calendar-feed\"}"))
                .statusCode(204);
    }

    @Test
    void aBodyOfTwoMebibytesIsRefused() {
        String token = Tokens.of("cycle-service", "peer-cycle-service");

        assertThat(LargeBody.announce("POST", "/internal/events", token, 2 << 20)).isEqualTo(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        given().auth()
                .oauth2(Tokens.of("cycle-service", "peer-cycle-service"))
                .contentType(ContentType.TEXT)
                .body("{\"events\":[" + GOOD + "]}")
                .post("/internal/events")
                .then()
                .statusCode(415);
    }

    private long size() {
        return data.number("select size from log_head");
    }

    private long logged(UUID id) {
        return data.number("select count(*) from log_leaf where event_id = ?", id);
    }

    private static Arguments bad(String body, String slug, String field) {
        return Arguments.of(body, slug, field);
    }

    private static Arguments badId(String id) {
        return bad(with("\"id\":" + id, TIME, SUBJECT, ACTOR, ACTION), "invalid-field", "events[1].id");
    }

    private static Arguments badTime(String time) {
        return bad(with(ID, "\"time\":" + time, SUBJECT, ACTOR, ACTION), "invalid-field", "events[1].time");
    }

    private static Arguments badSubject(String subject) {
        return bad(with(ID, TIME, "\"subject\":" + subject, ACTOR, ACTION), "invalid-field", "events[1].subject");
    }

    private static Arguments badActor(String actor, String field) {
        return bad(with(ID, TIME, SUBJECT, "\"actor\":" + actor, ACTION), "invalid-field", "events[1].actor" + field);
    }

    private static Arguments badAction(String action) {
        return bad(with(ID, TIME, SUBJECT, ACTOR, "\"action\":" + action), "invalid-field", "events[1].action");
    }

    private static String with(String... fields) {
        return "{\"events\":[" + GOOD + ",{" + String.join(",", fields) + "}]}";
    }
}
