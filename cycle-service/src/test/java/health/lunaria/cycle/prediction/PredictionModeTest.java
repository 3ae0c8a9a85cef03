package health.lunaria.cycle.prediction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.cycle.testing.Logging;
import health.lunaria.cycle.testing.SyntheticWoman;
import health.lunaria.cycle.testing.SyntheticWoman.Diary;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictions from signs and modes, and the same answer computed again. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class PredictionModeTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String INPUTS = """
            {"cycles":[{"start":"2026-01-05","lengthDays":28},{"start":"2026-02-02","lengthDays":28}],\
            "cycleStart":"2026-03-02","noPeriodThrough":"2026-03-10","ovulations":["2026-01-18"],\
            "mode":"perimenopause","modeSince":"2025-01-01"}""";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aConfirmedOvulationDatesTheNextPeriod() {
        Diary diary = diary();
        LocalDate ovulation = diary.ovulations().get(4);
        Logging.log(
                "signs",
                diary.days().stream()
                        .filter(day -> !day.date().isAfter(ovulation.plusDays(6)))
                        .toList());

        ValidatableResponse answer = predict("signs");

        List<String> ovulations = answer.extract().path("inputs.ovulations");
        assertThat(ovulations).hasSize(5);
        answer.body("ovulation.likely", equalTo(ovulations.get(4)));
        assertThat(LocalDate.parse(ovulations.get(4))).isBetween(ovulation.minusDays(2), ovulation.plusDays(2));
    }

    @ParameterizedTest
    @CsvSource({
        "pregnancy,pregnancy",
        "breastfeeding,breastfeeding",
        "hormonal-iud,hormonal-iud",
        "hormonal-implant,hormonal-implant",
        "combined-pill,combined-pill"
    })
    void aModeSaysWhyNothingIsPredicted(String mode, String reason) {
        String user = "mode-of-" + mode;
        Logging.log(user, diary().days());
        setMode(user, mode, TODAY.minusDays(30));

        predict(user)
                .body("unavailable", equalTo(reason))
                .body("nextPeriod", nullValue())
                .body("ovulation", nullValue())
                .body("fertileWindow", nullValue())
                .body("inputs.mode", equalTo(mode));
    }

    @Test
    void thePillHasAScheduleInTheirPlace() {
        setMode("pill", "combined-pill", TODAY.minusDays(30));

        predict("pill")
                .body("schedule.packFrom", equalTo(TODAY.minusDays(2).toString()))
                .body("schedule.breakFrom", equalTo(TODAY.plusDays(19).toString()))
                .body("schedule.breakTo", equalTo(TODAY.plusDays(25).toString()))
                .body("schedule.nextPackFrom", equalTo(TODAY.plusDays(26).toString()));
    }

    @Test
    void inPerimenopauseThereAreRangesAlone() {
        Logging.log("late-forties", diary().days());
        setMode("late-forties", "perimenopause", TODAY.minusYears(1));

        predict("late-forties")
                .body("unavailable", nullValue())
                .body("nextPeriod.likely", nullValue())
                .body("nextPeriod.intervals", hasSize(3))
                .body("fertileWindow.days", notNullValue());
    }

    @Test
    void aReadWithModesIsAuditedOnce() {
        setMode("audited-once", "pregnancy", TODAY);
        long before = data.number("select count(*) from outbox");
        predict("audited-once");
        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(1);
    }

    @Test
    void anAnswerIsComputedAgainFromItsOwnInputs() {
        Logging.log("again", diary().days());
        Response answer = predict("again").extract().response();
        String body = answer.asString();
        String inputs = body.substring(body.indexOf("\"inputs\":") + 9, body.indexOf(",\"cyclesUsed\""));

        assertThat(recompute("{\"model\":\"lunaria-cycle/2\",\"inputs\":" + inputs + "}")
                        .asString())
                .isEqualTo(body);
    }

    @Test
    void theDigestIsThatOfTheInputs() {
        Response answer = recompute("{\"model\":\"lunaria-cycle/2\",\"inputs\":" + INPUTS + "}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("digest"))
                .isEqualTo("ce5dbdb0e889e1b28842eb0d6b4a45572d57cb6bf7ddae926bf95257a0ea9037");
        assertThat(answer.jsonPath().getString("nextPeriod.likely")).isNull();
    }

    @Test
    void anOldVersionAnswersWhatItAnswered() {
        Response answer = recompute("{\"model\":\"lunaria-cycle/1\",\"inputs\":" + INPUTS + "}");

        assertThat(answer.jsonPath().getString("model")).isEqualTo("lunaria-cycle/1");
        assertThat(answer.jsonPath().getString("nextPeriod.likely")).isEqualTo("2026-03-30");
    }

    @Test
    void computingAgainReadsAndStoresNothing() {
        long before = data.number("select count(*) from outbox");
        recompute("{\"model\":\"lunaria-cycle/1\",\"inputs\":" + INPUTS + "}");
        assertThat(data.number("select count(*) from outbox")).isEqualTo(before);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("{}", "model"),
                Arguments.of("{\"model\":\"lunaria-cycle/2\"}", "inputs"),
                Arguments.of("{\"model\":\"lunaria-cycle/99\",\"inputs\":" + INPUTS + "}", "model"),
                bad("\"2026-01-05\"", "null", "inputs.cycles[0].start"),
                bad("\"2026-01-05\"", "\"1899-12-31\"", "inputs.cycles[0].start"),
                bad("\"2026-01-05\"", "\"3000-01-01\"", "inputs.cycles[0].start"),
                bad("\"lengthDays\":28", "\"lengthDays\":0", "inputs.cycles[0].lengthDays"),
                bad("\"lengthDays\":28", "\"lengthDays\":1001", "inputs.cycles[0].lengthDays"),
                bad("\"lengthDays\":28", "\"lengthDays\":29", "inputs"),
                bad("\"2026-03-02\"", "\"2026-03-01\"", "inputs"),
                bad("\"2026-03-10\"", "null", "inputs.noPeriodThrough"),
                bad("\"2026-03-10\"", "\"+999999999-01-01\"", "inputs.noPeriodThrough"),
                bad("[\"2026-01-18\"]", "[null]", "inputs.ovulations[0]"),
                bad("[\"2026-01-18\"]", "[\"1000-01-18\"]", "inputs.ovulations[0]"),
                bad("\"perimenopause\"", "\"none\"", "inputs"),
                bad("\"perimenopause\"", "\"mArKeR\"", "inputs.mode"),
                bad("\"perimenopause\"", "null", "inputs.mode"),
                bad(",\"modeSince\":\"2025-01-01\"", "", "inputs"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void badInputsAreRefused(String body, String field) {
        Response answer = recompute(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid-field");
        assertThat(answer.jsonPath().getList("fields.field", String.class)).contains(field);
        assertThat(answer.asString()).doesNotContain("mArKeR");
    }

    private static Arguments bad(String good, String bad, String field) {
        return Arguments.of("{\"model\":\"lunaria-cycle/2\",\"inputs\":" + INPUTS.replace(good, bad) + "}", field);
    }

    /** Five cycles that end a few days ago. */
    private static Diary diary() {
        Diary somewhen = SyntheticWoman.regular(5).live(TODAY, 5);
        long days = somewhen.days().size() + 3L;
        return SyntheticWoman.regular(5).live(TODAY.minusDays(days), 5);
    }

    private static void setMode(String user, String mode, LocalDate from) {
        given().auth()
                .oauth2(Tokens.of(user))
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body("{\"phases\":[{\"mode\":\"" + mode + "\",\"from\":\"" + from + "\"}]}")
                .put("/v1/cycle/mode")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse predict(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/cycle/prediction")
                .then()
                .statusCode(200);
    }

    private static Response recompute(String body) {
        return given().auth()
                .oauth2(Tokens.of("recomputing"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/cycle/prediction/recompute");
    }
}
