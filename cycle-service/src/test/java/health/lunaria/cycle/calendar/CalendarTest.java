package health.lunaria.cycle.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.cycle.consent.ConsentMemory;
import health.lunaria.cycle.consent.FakeProfileService;
import health.lunaria.safeguards.auditing.AccessEvent;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestKms;
import health.lunaria.safeguards.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class CalendarTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    MeterRegistry registry;

    @Inject
    ConsentMemory memory;

    @Inject
    ServiceKeys serviceKeys;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aFeedIsMadeAndReadWithNothingButItsAddress() throws Exception {
        logPeriods("reader");

        Calendar calendar = calendar(make("reader", "{\"detail\":\"period\"}"));

        assertThat(summaries(calendar)).containsExactly("Period expected");
        assertThat(calendar.validate().hasErrors()).isFalse();
    }

    @Test
    void theAddressIsUnguessableAndOfOurOwnHost() {
        call("addressed", "{}")
                .statusCode(200)
                .body("address", matchesPattern("https://lunaria\\.test/feeds/calendar/[A-Za-z0-9_-]{43}\\.ics"))
                .body("created", notNullValue());
    }

    @Test
    void aFeedMayNotBeKeptByAnyoneOnTheWay() {
        feed(make("cached", "{}"))
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Content-Type", equalTo("text/calendar;charset=UTF-8"));
    }

    @Test
    void whoAsksForNothingGetsTheLeastDetail() throws Exception {
        logPeriods("modest");
        String address = make("modest", "{}");

        assertThat(summaries(calendar(address))).containsExactly("event");
        feed(address)
                .body(not(containsString("DESCRIPTION")))
                .body(not(containsString("eriod")))
                .body(not(containsString("unaria")));
    }

    @Test
    void fullDetailHasTheFertileWindow() throws Exception {
        logPeriods("open");

        assertThat(summaries(calendar(make("open", "{\"detail\":\"full\"}"))))
                .containsExactly("Period expected", "Fertile days possible");
    }

    @Test
    void withoutAnyPeriodTheCalendarIsEmpty() throws Exception {
        assertThat(summaries(calendar(make("nothing-logged", "{\"detail\":\"full\"}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"detail\":\"everything\"}", "{\"detail\":\"EVENT\"}", "{\"details\":\"event\"}", "[]", ""})
    void anotherDetailIsRefused(String body) {
        call("refused", body).statusCode(400);

        get("refused").statusCode(404);
    }

    @Test
    void theAddressIsToldOnce() {
        make("forgetful", "{\"detail\":\"full\"}");

        get("forgetful")
                .statusCode(200)
                .body("detail", equalTo("full"))
                .body("created", notNullValue())
                .body("address", nullValue());
    }

    @Test
    void withoutAFeedThereIsNothing() {
        get("without").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void aRevokedAddressIsDeadAtOnce() {
        String address = make("revoking", "{}");
        feed(address).statusCode(200);

        delete("revoking").statusCode(204);

        feed(address).statusCode(404);
        get("revoking").statusCode(404);
        delete("revoking").statusCode(204);
    }

    @Test
    void aNewAddressReplacesTheOldOne() {
        String old = make("replacing", "{}");
        feed(old).statusCode(200);

        String address = make("replacing", "{\"detail\":\"period\"}");

        feed(old).statusCode(404);
        feed(address).statusCode(200);
    }

    @Test
    void anotherUserSeesAndRevokesOnlyHerOwn() {
        String address = make("first", "{}");

        get("second").statusCode(404);
        delete("second").statusCode(204);

        feed(address).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a", "%00", "%E2%80%AE", "..", "secret'--"})
    void aWrongAddressIsNotFound(String secret) {
        feed("https://lunaria.test/feeds/calendar/" + secret + ".ics").statusCode(404);
    }

    @Test
    void aWrongAndARevokedAddressLookTheSame() {
        String address = make("looking", "{}");
        delete("looking");

        String revoked = feed(address).statusCode(404).extract().asString();
        String wrong =
                feed(address.replace(".ics", "A.ics")).statusCode(404).extract().asString();

        assertThat(revoked).isEqualTo(wrong);
    }

    @Test
    void anAddressIsNoToken() {
        String secret = secret(make("no-token", "{}"));

        given().auth().oauth2(secret).get("/v1/cycle/calendar").then().statusCode(401);
        given().post("/feeds/calendar/" + secret + ".ics").then().statusCode(405);
        given().delete("/feeds/calendar/" + secret + ".ics").then().statusCode(405);
    }

    @Test
    void aFeedNeedsAToken() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/cycle/calendar")
                .then()
                .statusCode(401);
    }

    @Test
    void whoWithdrewHerConsentHasNoFeed() {
        String address = make("withdrawing", "{}");
        FakeProfileService.refuse("withdrawing");
        memory.forget();

        feed(address).statusCode(404).body("code", equalTo("not-found"));

        FakeProfileService.consent("withdrawing");
        feed(address).statusCode(200);
    }

    @Test
    void noAnswerIsNoConsent() {
        String address = make("unlucky-reader", "{}");
        FakeProfileService.failFor("unlucky-reader");
        memory.forget();

        feed(address).statusCode(503).header("Retry-After", notNullValue()).body("code", equalTo("consent-unknown"));
    }

    /** The keys of whoever makes a feed are warm here, so the feed is given to somebody whose key this replica never had. */
    @Test
    void withoutKeysThereIsNoFeed() {
        String address = make("outage", "{}");
        byte[] owner = data.bytes("select subject_ref from calendar_feed order by xmin::text::bigint desc limit 1");

        TestKms.start().whileAway(() -> {
            ValidatableResponse answer = feed(address).statusCode(200);
            byte[] present = owner;
            for (int i = 1; i < FeedBounds.READINGS_AT_ONCE && answer.extract().statusCode() != 503; i++) {
                present = handOver(present);
                answer = feed(address);
            }
            answer.statusCode(503).header("Retry-After", notNullValue()).body("code", equalTo("keys-unavailable"));
        });
    }

    @Test
    void whoPollsTooOftenIsToldToWait() {
        String address = make("polling", "{}");
        ValidatableResponse answer = feed(address);
        for (int i = 0; i <= FeedBounds.READINGS_AT_ONCE; i++) {
            answer = feed(address);
        }

        answer.statusCode(429).header("Retry-After", notNullValue()).body("code", equalTo("too-many-requests"));
    }

    @Test
    void everyReadingLeavesAnAuditEventAndAWrongAddressNone() {
        String address = make("audited-reader", "{}");
        long before = events();

        feed(address).statusCode(200);
        assertThat(events() - before).isEqualTo(1);

        feed(address.replace(".ics", "A.ics")).statusCode(404);
        assertThat(events() - before).isEqualTo(1);
    }

    /** Opens the newest record as the relay would. */
    @Test
    void aReadingIsByTheAddressAndAboutItsOwner() {
        feed(make("told", "{}")).statusCode(200);

        AccessEvent event = SealedColumn.of("outbox", "sealed", 1, AccessEvent.class)
                .open(
                        serviceKeys.get(Purpose.OUTBOX),
                        Locator.of(data.bytes("select uuid_send(id) from outbox order by id desc limit 1")),
                        0,
                        data.bytes("select sealed from outbox order by id desc limit 1"));
        assertThat(event.actor()).isEqualTo(Actor.address("calendar-feed"));
        assertThat(event.action()).isEqualTo("cycle.calendar-feed.read");
        assertThat(event.subject()).isEqualTo("told");
    }

    @Test
    void theDatabaseDoesNotHoldTheSecret() {
        String secret = secret(make("dumped", "{}"));
        feed("https://lunaria.test/feeds/calendar/" + secret + ".ics").statusCode(200);
        byte[] raw = Base64.getUrlDecoder().decode(secret);

        for (String form : List.of(
                HexFormat.of().formatHex(raw), HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(data.number(
                            "select count(*) from (select t::text as line from calendar_feed t union all"
                                    + " select t::text from outbox t) as everything where line like ?",
                            "%" + form + "%"))
                    .isZero();
        }
        assertThat(data.number("select count(*) from calendar_feed")).isPositive();
    }

    @Test
    void logsAndMetricsDoNotHoldTheSecret() {
        try (LogCapture log = LogCapture.start()) {
            String secret = secret(make("logged", "{}"));
            FakeProfileService.failFor("logged");
            memory.forget();
            feed("https://lunaria.test/feeds/calendar/" + secret + ".ics").statusCode(503);
            feed("https://lunaria.test/feeds/calendar/" + secret + "A.ics").statusCode(404);
            given().post("/feeds/calendar/" + secret + ".ics").then().statusCode(405);

            assertThat(log.lines()).anyMatch(line -> line.contains("consent-unknown"));
            assertThat(log.lines()).noneMatch(line -> line.contains(secret));
            assertThat(registry.getMeters().stream()
                            .flatMap(meter -> Stream.concat(
                                    Stream.of(meter.getId().getName()),
                                    meter.getId().getTags().stream().map(tag -> tag.getValue()))))
                    .noneMatch(text -> text.contains(secret));
        }
    }

    @Test
    void aFeedPutInThePlaceOfAnothersDoesNotOpen() {
        String address = make("stealing", "{}");
        make("stolen", "{\"detail\":\"full\"}");
        assertThat(data.change(
                        "update calendar_feed set sealed = (select sealed from calendar_feed order by xmin::text::bigint desc"
                                + " limit 1) where id = (select id from calendar_feed order by xmin::text::bigint desc"
                                + " offset 1 limit 1)"))
                .isEqualTo(1);

        feed(address).statusCode(500).body("code", equalTo("internal-error"));
    }

    private byte[] handOver(byte[] owner) {
        byte[] stranger = new byte[owner.length];
        new SecureRandom().nextBytes(stranger);
        data.change("insert into revision (subject_ref, current) values (?, 1)", stranger);
        data.change("update calendar_feed set subject_ref = ? where subject_ref = ?", stranger, owner);
        return stranger;
    }

    private long events() {
        return data.number("select count(*) from outbox");
    }

    private static String make(String user, String body) {
        return call(user, body).statusCode(200).extract().path("address");
    }

    private static ValidatableResponse call(String user, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/cycle/calendar")
                .then();
    }

    private static ValidatableResponse get(String user) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/cycle/calendar").then();
    }

    private static ValidatableResponse delete(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .delete("/v1/cycle/calendar")
                .then();
    }

    private static ValidatableResponse feed(String address) {
        return given().urlEncodingEnabled(false)
                .get(address.substring("https://lunaria.test".length()))
                .then();
    }

    private static Calendar calendar(String address) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(feed(address).statusCode(200).extract().asString()));
    }

    private static List<String> summaries(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .map(event -> event.getSummary().getValue())
                .toList();
    }

    private static String secret(String address) {
        return address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());
    }

    private static void logPeriods(String user) {
        String days = Stream.of(94, 66, 38, 10)
                .map(TODAY::minusDays)
                .map(date -> "{\"date\":\"" + date + "\",\"flow\":\"medium\"}")
                .collect(Collectors.joining(","));
        given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"days\":[" + days + "]}")
                .put("/v1/cycle/days")
                .then()
                .statusCode(200);
    }
}
