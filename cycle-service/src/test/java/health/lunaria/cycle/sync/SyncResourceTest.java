package health.lunaria.cycle.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class SyncResourceTest {

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Inject
    Cursors cursors;

    @Inject
    Pseudonyms pseudonyms;

    @Test
    void aSecondDeviceGetsWhatTheFirstOneLogged() {
        sync(
                "two-phones",
                null,
                change("2026-03-01", 0, "{\"flow\":\"heavy\",\"note\":\"bad night\",\"tags\":[\"Reise\"]}"));

        sync("two-phones", null)
                .body("hasMore", equalTo(false))
                .body("conflicts", empty())
                .body("changes", hasSize(1))
                .body("changes[0].date", equalTo("2026-03-01"))
                .body("changes[0].revision", equalTo(1))
                .body("changes[0].day.flow", equalTo("heavy"))
                .body("changes[0].day.note", equalTo("bad night"))
                .body("changes[0].day.tags", contains("Reise"));
    }

    @Test
    void aTokenGivesOnlyWhatIsNewer() {
        String token = token(sync("only-newer", null, change("2026-03-01", 0, "{\"flow\":\"heavy\"}")));
        sync("only-newer", token).body("changes", empty());
        sync("only-newer", null, change("2026-03-02", 0, "{\"flow\":\"light\"}"));

        sync("only-newer", token).body("changes.date", contains("2026-03-02"));
    }

    @Test
    void devicesThatChangedDifferentFieldsOfADayDoNotMeet() {
        sync("fields", null, change("2026-03-01", 0, "{\"flow\":\"heavy\"}"));
        sync("fields", null, change("2026-03-01", 1, "{\"temperatureCelsius\":36.5,\"temperatureTime\":\"06:30\"}"));

        sync("fields", null, change("2026-03-01", 1, "{\"sleepMinutes\":420}"))
                .body("conflicts", empty())
                .body("changes[0].day.flow", equalTo("heavy"))
                .body("changes[0].day.temperatureTime", equalTo("06:30"))
                .body("changes[0].day.sleepMinutes", equalTo(420));
    }

    @Test
    void aFieldThatBothChangedStaysAndIsReported() {
        sync("both", null, change("2026-03-01", 0, "{\"flow\":\"heavy\",\"temperatureTime\":\"06:30\"}"));
        sync("both", null, change("2026-03-01", 0, "{\"flow\":\"light\",\"temperatureTime\":null}"))
                .body("conflicts", hasSize(2))
                .body("conflicts[0].date", equalTo("2026-03-01"))
                .body("conflicts[0].field", equalTo("flow"))
                .body("conflicts[0].yours", equalTo("light"))
                .body("conflicts[0].theirs", equalTo("heavy"))
                .body("conflicts[1].field", equalTo("temperatureTime"))
                .body("conflicts[1].yours", nullValue())
                .body("conflicts[1].theirs", equalTo("06:30"))
                .body("changes[0].day.flow", equalTo("heavy"));
    }

    @Test
    void bothVersionsOfANoteSurvive() {
        sync("notes", null, change("2026-03-01", 0, "{\"note\":\"from the phone\"}"));
        sync("notes", null, change("2026-03-01", 0, "{\"note\":\"from the tablet\"}"))
                .body("conflicts", empty())
                .body("changes[0].day.note", equalTo("from the phone\n\nfrom the tablet"));
    }

    @Test
    void aDeletedDayIsToldToTheOtherDevice() {
        String token = token(sync("deletes", null, change("2026-03-01", 0, "{\"flow\":\"heavy\",\"note\":\"x\"}")));
        sync("deletes", token, change("2026-03-01", 1, "null"));

        sync("deletes", token).body("changes[0].date", equalTo("2026-03-01")).body("changes[0].day", nullValue());
        search("deletes").body("days", empty());
    }

    @Test
    void theSameBatchTwiceChangesNothing() {
        String first = change("2026-03-01", 0, "{\"flow\":\"heavy\",\"symptoms\":[\"cramps\"],\"note\":\"once\"}");
        String token = token(sync("twice", null, first));
        sync("twice", token, first).body("changes", empty()).body("conflicts", empty());
        sync("twice", token, change("2026-03-01", 1, "null"));
        sync("twice", token, first).body("changes[0].day", nullValue());
    }

    @Test
    void whatWasPutIsSynchronised() {
        String token = token(sync("put-and-sync", null));
        given().auth()
                .oauth2(Tokens.of("sync-put-and-sync"))
                .contentType(ContentType.JSON)
                .body("{\"days\":[{\"date\":\"2026-03-04\",\"moods\":[\"calm\"]}]}")
                .put("/v1/cycle/days")
                .then()
                .statusCode(200);

        sync("put-and-sync", token).body("changes[0].day.moods", contains("calm"));
    }

    @Test
    void fiveYearsComeInOneAnswerAndMoreInSeveral() {
        for (int batch = 0; batch < 6; batch++) {
            LocalDate first = LocalDate.of(2015, 1, 1).plusDays(400L * batch);
            sync(
                    "years",
                    null,
                    IntStream.range(0, 400)
                            .mapToObj(i -> change(first.plusDays(i).toString(), 0, "{\"flow\":\"none\"}"))
                            .toArray(String[]::new));
        }
        ValidatableResponse page =
                sync("years", null).body("hasMore", equalTo(true)).body("changes", hasSize(2000));

        sync("years", token(page)).body("hasMore", equalTo(false)).body("changes", hasSize(400));
    }

    @Test
    void devicesThatWriteTheSameMonthAtOnceLoseNothing() throws Exception {
        var devices = Executors.newFixedThreadPool(4);
        try {
            List<? extends Future<?>> writes = IntStream.rangeClosed(1, 28)
                    .mapToObj(day -> devices.submit(() -> sync(
                            "at-once",
                            null,
                            change("2026-02-%02d".formatted(day), 0, "{\"flow\":\"light\"}"),
                            change("2026-01-01", 0, "{\"note\":\"[" + day + "]\"}"))))
                    .toList();
            for (Future<?> write : writes) {
                write.get();
            }
        } finally {
            devices.shutdown();
        }
        ValidatableResponse all = sync("at-once", null).body("changes", hasSize(29));
        String note = all.extract().path("changes.find { it.date == '2026-01-01' }.day.note");
        assertThat(note.split("\n\n")).hasSize(28);
    }

    @Test
    void anExpiredTokenIsGoneAndNothingIsStored() {
        String expired =
                tokenOf("expired", Instant.now().minus(SyncPosition.LIFETIME).minus(Duration.ofHours(1)));
        call("expired", expired, change("2026-03-01", 0, "{\"flow\":\"heavy\"}"))
                .statusCode(410)
                .body("code", equalTo("sync-token-expired"));

        search("expired").body("days", empty());
        sync("expired", tokenOf("expired", Instant.now()));
    }

    @Test
    void aTokenOfSomebodyElseIsRefused() {
        String token = token(sync("first-owner", null));

        call("second-owner", token).statusCode(400).body("code", equalTo("invalid-cursor"));
        call("second-owner", "AAAA").statusCode(400).body("code", equalTo("invalid-cursor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0}]}|changes[0].day|missing",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"day\":null}]}|changes[0].baseRevision|missing",
                "{\"changes\":[{\"baseRevision\":0,\"day\":null}]}|changes[0].date|missing",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":-1,\"day\":null}]}|changes[0].baseRevision|out-of-range",
                "{\"changes\":[{\"date\":\"1899-12-31\",\"baseRevision\":0,\"day\":null}]}|changes[0].date|date-out-of-range",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"date\":\"2026-03-01\"}}]}|changes[0].day.date|date-twice",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"symptoms\":[\"mArKeR\"]}}]}|changes[0].day.symptoms[0]|not-in-catalogue",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"flow\":\"mArKeR\"}}]}|changes[0].day.flow|wrong-type",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"temperatureCelsius\":46}}]}|changes[0].day.temperatureCelsius|out-of-range",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"temperatureCelsius\":36.555}}]}|changes[0].day.temperatureCelsius|too-precise",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"temperatureTime\":\"24:00\"}}]}|changes[0].day.temperatureTime|not-a-time",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"mArKeR\":1}}]}|changes[0].day|unknown-field",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":[]}]}|changes[0].day|wrong-type",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":{\"note\":\"4111 1111 1111 1111\"}}]}|changes[0].day.note|card-number",
                "{\"changes\":[{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":null},{\"date\":\"2026-03-01\",\"baseRevision\":0,\"day\":null}]}|changes|date-twice",
                "{\"changes\":[null]}|changes[0]|missing"
            })
    void badInputNamesTheFieldAndStoresNothing(String body, String field, String reason) {
        ValidatableResponse answer = post("bad-sync", body).statusCode(400);

        answer.body("fields[0].field", equalTo(field)).body("fields[0].reason", equalTo(reason));
        assertThat(answer.extract().asString()).doesNotContain("mArKeR").doesNotContain("4111");
        search("bad-sync").body("days", empty());
    }

    @Test
    void moreThan400DaysAreRefused() {
        String changes = IntStream.range(0, 401)
                .mapToObj(i -> change(LocalDate.of(2024, 1, 1).plusDays(i).toString(), 0, "null"))
                .collect(Collectors.joining(","));
        post("many", "{\"changes\":[" + changes + "]}").statusCode(400).body("fields[0].reason", equalTo("too-many"));
    }

    @Test
    void everySyncIsRecordedOnceAndARefusedOneIsNot() {
        long before = data.number("select count(*) from outbox");
        sync("recorded", null, change("2026-03-01", 0, "{\"flow\":\"heavy\"}"));
        call("recorded", "AAAA").statusCode(400);

        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(1);
    }

    private String tokenOf(String user, Instant at) {
        return cursors.of(
                pseudonyms.of(new Subject("sync-" + user)), "day_month", new SyncPosition(0, null, at).bytes());
    }

    private static String change(String date, long base, String day) {
        return "{\"date\":\"" + date + "\",\"baseRevision\":" + base + ",\"day\":" + day + "}";
    }

    private static String token(ValidatableResponse answer) {
        return answer.extract().path("token");
    }

    private static ValidatableResponse sync(String user, String since, String... changes) {
        return call(user, since, changes).statusCode(200);
    }

    private static ValidatableResponse call(String user, String since, String... changes) {
        String token = since == null ? "" : "\"since\":\"" + since + "\",";
        return post(user, "{" + token + "\"changes\":[" + String.join(",", changes) + "]}");
    }

    private static ValidatableResponse post(String user, String body) {
        return given().auth()
                .oauth2(Tokens.of("sync-" + user))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/cycle/sync")
                .then();
    }

    private static ValidatableResponse search(String user) {
        return given().auth()
                .oauth2(Tokens.of("sync-" + user))
                .contentType(ContentType.JSON)
                .body("{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}")
                .post("/v1/cycle/days/search")
                .then()
                .statusCode(200);
    }
}
