package health.lunaria.cycle.day;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class DayResourceTest {

    private static final String FULL_DAY = """
            {"date":"2026-01-03","flow":"medium","temperatureCelsius":36.55,"symptoms":["cramps"],"note":"slept badly 😴"}""";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whatIsLoggedIsFoundAgain() {
        put("logs-and-reads", FULL_DAY)
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("days", hasSize(1));

        search("logs-and-reads", "2026-01-01", "2026-01-31")
                .body("days", hasSize(1))
                .body("days[0].date", equalTo("2026-01-03"))
                .body("days[0].flow", equalTo("medium"))
                .body("days[0].temperatureCelsius", equalTo(36.55f))
                .body("days[0].symptoms", contains("cramps"))
                .body("days[0].note", equalTo("slept badly 😴"));
    }

    @Test
    void whatWasNotLoggedIsLeftOut() {
        put("sparse", "{\"date\":\"2026-01-03\",\"waterMillilitres\":0}").statusCode(200);

        search("sparse", "2026-01-03", "2026-01-03")
                .body("days[0].waterMillilitres", equalTo(0))
                .body("days[0].flow", nullValue())
                .body("days[0].symptoms", nullValue())
                .body("days[0].note", nullValue());
    }

    @Test
    void aDayPutAgainReplacesThatDayOnly() {
        put("replaces", FULL_DAY + ",{\"date\":\"2026-01-04\",\"flow\":\"light\"}")
                .statusCode(200);
        put("replaces", "{\"date\":\"2026-01-03\",\"flow\":\"none\"}").body("revision", equalTo(2));

        search("replaces", "2026-01-01", "2026-01-31")
                .body("days.date", contains("2026-01-03", "2026-01-04"))
                .body("days.flow", contains("none", "light"))
                .body("days[0].note", nullValue());
    }

    @Test
    void aSearchGivesTheAskedDatesOnly() {
        String days = IntStream.rangeClosed(0, 399)
                .mapToObj(i -> "{\"date\":\"" + LocalDate.of(2025, 1, 1).plusDays(i) + "\",\"flow\":\"none\"}")
                .collect(Collectors.joining(","));
        put("year", days).statusCode(200).body("days", hasSize(400));

        search("year", "2025-02-27", "2025-03-02")
                .body("days.date", contains("2025-02-27", "2025-02-28", "2025-03-01", "2025-03-02"));
    }

    @Test
    void nobodySeesAnothersDays() {
        put("first-user", FULL_DAY).statusCode(200);

        search("second-user", "2026-01-01", "2026-01-31").body("days", empty());
    }

    @Test
    void writersOfTheSameMonthLoseNothing() throws Exception {
        var writers = Executors.newFixedThreadPool(4);
        try {
            List<? extends Future<?>> writes = IntStream.rangeClosed(1, 28)
                    .mapToObj(day -> writers.submit(
                            () -> put("two-devices", "{\"date\":\"2026-02-%02d\",\"flow\":\"light\"}".formatted(day))
                                    .statusCode(200)))
                    .toList();
            for (Future<?> write : writes) {
                write.get();
            }
        } finally {
            writers.shutdown();
        }
        search("two-devices", "2026-02-01", "2026-02-28").body("days", hasSize(28));
    }

    @Test
    void everyAccessLeavesAnAuditEventAndARefusedOneNone() {
        long before = data.number("select count(*) from outbox");
        put("audited", FULL_DAY).statusCode(200);
        search("audited", "2026-01-01", "2026-01-31");
        put("audited", "{\"date\":\"1899-12-31\"}").statusCode(400);

        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(2);
    }

    @Test
    void aRecordMovedToAnotherUserDoesNotOpen() {
        put("victim", FULL_DAY).statusCode(200);
        byte[] victim = newestSubject();
        put("thief", "{\"date\":\"2026-01-03\",\"note\":\"mine\"}").statusCode(200);
        byte[] thief = newestSubject();
        int moved = data.change(
                "update day_month t set sealed = v.sealed, revision = v.revision from day_month v"
                        + " where v.subject_ref = ? and t.subject_ref = ?",
                victim,
                thief);
        assertThat(moved).isEqualTo(1);

        given().auth()
                .oauth2(Tokens.of("thief"))
                .get("/v1/cycle/cycles")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal-error"));
    }

    @Test
    void anOldVersionPutBackDoesNotOpen() {
        put("rolled-back", FULL_DAY).statusCode(200);
        byte[] subject = newestSubject();
        byte[] old = data.bytes("select sealed from day_month where subject_ref = ?", subject);
        put("rolled-back", "{\"date\":\"2026-01-03\",\"flow\":\"none\"}").statusCode(200);
        assertThat(data.change("update day_month set sealed = ? where subject_ref = ?", old, subject))
                .isEqualTo(1);

        given().auth()
                .oauth2(Tokens.of("rolled-back"))
                .get("/v1/cycle/cycles")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal-error"));
    }

    /** By the order of the first revision: the subject that wrote last for the first time. */
    private byte[] newestSubject() {
        return data.bytes("select subject_ref from day_month order by xmin::text::bigint desc limit 1");
    }

    private static ValidatableResponse put(String user, String days) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"days\":[" + days + "]}")
                .put("/v1/cycle/days")
                .then();
    }

    private static ValidatableResponse search(String user, String from, String to) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}")
                .post("/v1/cycle/days/search")
                .then()
                .statusCode(200);
    }
}
