package health.lunaria.cycle.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class CorrectionResourceTest {

    private static final String NO_PERIOD = "{\"date\":\"2026-01-15\",\"kind\":\"not-a-period\"}";
    private static final String EXCLUDED =
            "{\"date\":\"2026-01-20\",\"kind\":\"excluded-cycle\",\"reason\":\"travel\"}";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whatIsWrittenIsReadAgain() {
        create("corrector", NO_PERIOD, EXCLUDED).statusCode(200).header("ETag", "\"1\"");

        read("corrector")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("corrections", hasSize(2))
                .body("corrections[0].date", equalTo("2026-01-15"))
                .body("corrections[0].kind", equalTo("not-a-period"))
                .body("corrections[0].reason", nullValue())
                .body("corrections[1].kind", equalTo("excluded-cycle"))
                .body("corrections[1].reason", equalTo("travel"));
    }

    @Test
    void theWholeListIsReplaced() {
        create("replacing", NO_PERIOD, EXCLUDED).statusCode(200);
        replace("replacing", "\"1\"", EXCLUDED).statusCode(200).header("ETag", "\"2\"");
        read("replacing").body("corrections", hasSize(1));

        replace("replacing", "\"2\"").statusCode(200);
        read("replacing").statusCode(200).header("ETag", "\"3\"").body("corrections", empty());
    }

    @Test
    void whoNeverCorrectedHasNoList() {
        read("never-corrected").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void nobodySeesAnothersCorrections() {
        create("her-own", NO_PERIOD).statusCode(200);

        read("somebody-else").statusCode(404);
        create("somebody-else", EXCLUDED).statusCode(200);
        read("her-own").body("corrections[0].kind", equalTo("not-a-period"));
    }

    @Test
    void aWriterWhoDoesNotSayWhatSheReplacesIsRefused() {
        given().auth()
                .oauth2(Tokens.of("careless"))
                .contentType(ContentType.JSON)
                .body(body(NO_PERIOD))
                .put("/v1/cycle/corrections")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-missing"));
        read("careless").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"2\"", "\"99999999999999999999\"", "1", "W/\"1\"", "*", "x"})
    void aStaleOrStrangeTagIsRefused(String tag) {
        String user = "stale-" + Integer.toHexString(tag.hashCode());
        create(user, NO_PERIOD).statusCode(200);

        replace(user, tag).statusCode(412).body("code", equalTo("stale"));
        create(user).statusCode(412);
        read(user).header("ETag", "\"1\"").body("corrections", hasSize(1));
    }

    @Test
    void whatIsNotThereCannotBeReplaced() {
        replace("not-there", "\"1\"", NO_PERIOD).statusCode(412).body("code", equalTo("stale"));
        read("not-there").statusCode(404);
    }

    @Test
    void correctionsShowInTheCyclesAtOnce() {
        log("shows", "2026-01-01", "2026-01-15", "2026-01-29", "2026-02-26");
        cycles("shows").body("cycles", hasSize(4)).body("cycles.findAll { it.excluded }", empty());

        create("shows", NO_PERIOD, EXCLUDED).statusCode(200);
        cycles("shows")
                .body("cycles", hasSize(3))
                .body("cycles[0].lengthDays", equalTo(28))
                .body("cycles[0].excluded", equalTo(true))
                .body("cycles[1].excluded", equalTo(false));

        replace("shows", "\"1\"", "{\"date\":\"2026-03-20\",\"kind\":\"period-start\"}")
                .statusCode(200);
        cycles("shows")
                .body("cycles", hasSize(5))
                .body("cycles[4].start", equalTo("2026-03-20"))
                .body("cycles[4].periodDays", equalTo(1));
    }

    @Test
    void anExcludedCycleDoesNotCountForThePrediction() {
        log("predicted", daysAgo(119), daysAgo(90), daysAgo(38), daysAgo(10));
        prediction("predicted").body("cyclesUsed", equalTo(3));

        create("predicted", "{\"date\":\"" + daysAgo(85) + "\",\"kind\":\"excluded-cycle\",\"reason\":\"illness\"}")
                .statusCode(200);
        prediction("predicted").body("cyclesUsed", equalTo(2));
    }

    @Test
    void aPeriodThatBeganTomorrowByUtcCanBePredictedFrom() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        create("ahead-of-utc", "{\"date\":\"" + tomorrow + "\",\"kind\":\"period-start\"}")
                .statusCode(200);

        String likely = prediction("ahead-of-utc").extract().path("nextPeriod.likely");
        assertThat(LocalDate.parse(likely)).isAfter(tomorrow.plusDays(20));
    }

    @Test
    void everyAccessLeavesAnAuditEventAndARefusedOneNone() {
        long before = outbox();
        create("audited", NO_PERIOD).statusCode(200);
        read("audited").statusCode(200);
        cycles("audited");
        assertThat(outbox() - before).isEqualTo(3);

        create("audited", NO_PERIOD).statusCode(412);
        replace("audited", "\"1\"", "{}").statusCode(400);
        assertThat(outbox() - before).isEqualTo(3);
    }

    @Test
    void nothingReadableIsStored() {
        create("sealed", NO_PERIOD).statusCode(200);
        byte[] stored = data.bytes("select string_agg(sealed, ''::bytea) from correction_list");

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("not-a-period")
                .doesNotContain("2026-01");
    }

    @Test
    void aListUnderAnotherVersionDoesNotOpen() {
        create("tampered", NO_PERIOD).statusCode(200);
        data.change(
                "update correction_list set version = 2 where xmin::text::bigint = (select max(xmin::text::bigint) from correction_list)");

        read("tampered").statusCode(500).body("code", equalTo("internal-error"));
        given().auth()
                .oauth2(Tokens.of("tampered"))
                .get("/v1/cycle/cycles")
                .then()
                .statusCode(500)
                .body("cycles", nullValue());
    }

    private static String daysAgo(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }

    private static void log(String user, String... starts) {
        String days = Stream.of(starts)
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

    private static ValidatableResponse create(String user, String... corrections) {
        return write(user, "If-None-Match", "*", corrections);
    }

    private static ValidatableResponse replace(String user, String tag, String... corrections) {
        return write(user, "If-Match", tag, corrections);
    }

    private static ValidatableResponse write(String user, String header, String value, String... corrections) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header(header, value)
                .contentType(ContentType.JSON)
                .body(body(corrections))
                .put("/v1/cycle/corrections")
                .then();
    }

    private static String body(String... corrections) {
        return "{\"corrections\":" + Arrays.toString(corrections) + "}";
    }

    private static ValidatableResponse read(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/cycle/corrections")
                .then();
    }

    private static ValidatableResponse cycles(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/cycle/cycles")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse prediction(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/cycle/prediction")
                .then()
                .statusCode(200)
                .body("model", not(nullValue()));
    }
}
