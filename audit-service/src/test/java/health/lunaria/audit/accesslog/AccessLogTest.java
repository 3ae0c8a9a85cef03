package health.lunaria.audit.accesslog;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.PublishedLog;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AccessLogTest {

    private static final String MARKER = "mArKeR7391";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whoWasNeverReportedOnHasAnEmptyLog() {
        accessLog("unknown").statusCode(200).body("entries", empty()).body("next", nullValue());
    }

    @Test
    void theAnswerIsNotKeptByCaches() {
        accessLog("uncached").header("Cache-Control", containsString("no-store"));
    }

    @Test
    void thePagesShowEverythingOnceWhileNewEntriesArrive() {
        List<String> ids = new ArrayList<>(reportOn("paging", 23));
        Collections.reverse(ids);

        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page =
                    accessLog("paging", 5, cursor).statusCode(200).extract().jsonPath();
            List<String> shown = page.getList("entries.id");
            assertThat(shown).hasSizeBetween(1, 5);
            walked.addAll(shown);
            cursor = page.getString("next");
            reportOn("paging", 2);
            reportOn("somebody-else", 1);
        } while (cursor != null);

        assertThat(walked).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200})
    void theLastPageSaysSoEvenIfItIsFull(int limit) {
        String user = "exact-" + limit;
        reportOn(user, 3);

        String cursor = null;
        int shown = 0;
        for (int page = 0; page < (limit == 1 ? 3 : 1); page++) {
            JsonPath answer =
                    accessLog(user, limit, cursor).statusCode(200).extract().jsonPath();
            shown += answer.getList("entries").size();
            cursor = answer.getString("next");
        }
        assertThat(shown).isEqualTo(3);
        assertThat(cursor).isNull();
    }

    @Test
    void aPageHas50EntriesUnlessSaidOtherwise() {
        reportOn("many", 51);

        accessLog("many").body("entries", hasSize(50)).body("next", notNullValue());
    }

    @Test
    void theSameCursorCanBeUsedAgain() {
        reportOn("going-back", 3);
        String cursor = accessLog("going-back", 1, null).extract().path("next");
        List<String> once = accessLog("going-back", 1, cursor).extract().path("entries.id");

        accessLog("going-back", 1, cursor).body("entries.id", equalTo(once));
    }

    @Test
    void nobodySeesAnothersEntriesNorUsesHerCursor() {
        reportOn("mine", 3);
        String cursor = accessLog("mine", 1, null).extract().path("next");

        accessLog("yours").statusCode(200).body("entries", empty());
        accessLog("yours", 1, cursor).statusCode(400).body("code", equalTo("invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "0", "-1", MARKER, "AAAA", "' or 1=1", "\u0000"})
    void aMadeUpCursorIsRefusedAndNotRepeated(String cursor) {
        accessLog("forger", 1, cursor)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-cursor"))
                .body(not(containsString(MARKER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "0", "201", "-1", "1.5", "99999999999999999999", MARKER})
    void aLimitThatIsNoneIsRefusedAndNotRepeated(String limit) {
        given().auth()
                .oauth2(Tokens.of("unlimited"))
                .queryParam("limit", limit)
                .get("/v1/audit/access-log")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("fields[0].field", equalTo("limit"))
                .body(not(containsString(MARKER)));
    }

    @Test
    void aFilterShowsOnlyWhatItNames() {
        reportOn("filters", 3);
        String written = newId().toString();
        report("billing-service", List.of(event(UUID.fromString(written), "filters", "billing.entitlement.read")))
                .statusCode(204);

        filtered("filters", "service=billing-service")
                .body("entries.id", contains(written))
                .body("next", nullValue());
        filtered("filters", "service=cycle-service").body("entries", hasSize(3));
        filtered("filters", "action=billing.entitlement.read").body("entries.id", contains(written));
        filtered("filters", "actor=self").body("entries", hasSize(4));
        filtered("filters", "actor=store").body("entries", empty()).body("next", nullValue());
        filtered("filters", "service=cycle-service&action=billing.entitlement.read")
                .body("entries", empty());
    }

    @Test
    void filteredPagesShowEverythingOnce() {
        List<String> ids = new ArrayList<>(reportOn("filtered-paging", 7));
        report("billing-service", List.of(event(newId(), "filtered-paging", "billing.entitlement.read")))
                .statusCode(204);
        ids.addAll(reportOn("filtered-paging", 4));
        Collections.reverse(ids);

        List<String> walked = new ArrayList<>();
        String query = "";
        do {
            JsonPath page = filtered("filtered-paging", "service=cycle-service&limit=3" + query)
                    .extract()
                    .jsonPath();
            walked.addAll(page.getList("entries.id"));
            query = "&cursor=" + page.getString("next");
        } while (!query.endsWith("=null"));

        assertThat(walked).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service=", "actor=", "action="})
    void aFilterThatNamesNothingKnownIsRefusedAndNotRepeated(String parameter) {
        given().auth()
                .oauth2(Tokens.of("filter-forger"))
                .get("/v1/audit/access-log?" + parameter + MARKER)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("fields[0].field", equalTo(parameter.replace("=", "")))
                .body(not(containsString(MARKER)));
    }

    private static ValidatableResponse filtered(String user, String query) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/audit/access-log?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void anEmptyParameterCountsAsLeftOut() {
        reportOn("empty-parameters", 1);

        given().auth()
                .oauth2(Tokens.of("empty-parameters"))
                .get("/v1/audit/access-log?limit=&cursor=")
                .then()
                .statusCode(200)
                .body("entries", hasSize(1));
    }

    @Test
    void readingIsAnAccessAndARefusedOneIsNot() {
        long before = outbox();
        accessLog("curious").statusCode(200);
        assertThat(outbox() - before).isEqualTo(1);

        accessLog("curious", 1, MARKER).statusCode(400);
        accessLog("curious", 0, null).statusCode(400);
        report(event(newId(), "curious", "cycle.days.read")).statusCode(204);
        assertThat(outbox() - before).isEqualTo(1);
    }

    @Test
    void anEntryMovedToAnotherPersonDoesNotOpen() {
        long victim = placeOf(reportOn("victim", 1).get(0));
        long thief = placeOf(reportOn("thief", 1).get(0));
        data.change(
                "update access_event set subject_ref = (select subject_ref from access_event where index = ?)"
                        + " where index = ?",
                thief,
                victim);

        brokenFor("thief");
    }

    @Test
    void entriesThatChangedPlacesDoNotOpen() {
        List<String> ids = reportOn("swapped", 2);
        data.change(
                "update access_event e set sealed = o.sealed from access_event o"
                        + " where e.index in (?, ?) and o.index in (?, ?) and o.index <> e.index",
                placeOf(ids.get(0)),
                placeOf(ids.get(1)),
                placeOf(ids.get(0)),
                placeOf(ids.get(1)));

        brokenFor("swapped");
    }

    @Test
    void aLeafThatCommitsToSomethingElseIsNoticed() {
        long place = placeOf(reportOn("rewritten", 1).get(0));
        PublishedLog.awaitLeaf(place);
        flipABit(place);
        try {
            brokenFor("rewritten");
        } finally {
            // Or nothing would be published any more.
            flipABit(place);
        }
    }

    @Test
    void anErasedEntryIsMissingAndTheOthersStay() {
        List<String> ids = reportOn("forgotten", 3);
        data.change("delete from access_event where index = ?", placeOf(ids.get(1)));

        accessLog("forgotten").statusCode(200).body("entries.id", contains(ids.get(2), ids.get(0)));
    }

    private void flipABit(long place) {
        data.change(
                "update log_leaf l set leaf = n.leaf, leaf_hash = sha256('\\x00'::bytea || n.leaf)"
                        + " from (select set_byte(leaf, 40, get_byte(leaf, 40) # 1) as leaf from log_leaf where index = ?) n"
                        + " where index = ?",
                place,
                place);
    }

    private void brokenFor(String user) {
        long before = outbox();
        accessLog(user).statusCode(500).body("code", equalTo("internal-error")).body(not(containsString("cycle.days")));
        assertThat(outbox()).isEqualTo(before);
    }

    /** @return the events' ids in the order of their places */
    private static List<String> reportOn(String subject, int events) {
        List<UUID> ids = IntStream.range(0, events).mapToObj(i -> newId()).toList();
        report(
                        "cycle-service",
                        ids.stream()
                                .map(id -> event(id, subject, "cycle.days.read"))
                                .toList())
                .statusCode(204);
        return ids.stream().map(UUID::toString).toList();
    }

    private long placeOf(String id) {
        return data.number("select index from log_leaf where event_id = ?", UUID.fromString(id));
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }
}
