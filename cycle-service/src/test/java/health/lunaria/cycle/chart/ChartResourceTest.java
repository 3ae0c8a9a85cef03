package health.lunaria.cycle.chart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.testing.Logging;
import health.lunaria.cycle.testing.SyntheticWoman;
import health.lunaria.cycle.testing.SyntheticWoman.Diary;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ChartResourceTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final Diary DIARY = SyntheticWoman.regular(11).live(FIRST, 3);

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aChartShowsTheDaysAndWhatTheRulesReadFromThem() {
        Logging.log("charted", DIARY.days());

        ValidatableResponse chart = read("charted", 1).statusCode(200);

        LocalDate start = DIARY.cycleStarts().get(1);
        chart.body("start", equalTo(start.toString()))
                .body("end", equalTo(DIARY.cycleStarts().get(2).minusDays(1).toString()))
                .body("days[0].date", equalTo(start.toString()))
                .body("days[0].cycleDay", equalTo(1))
                .body("days[0].flow", equalTo("medium"))
                .body("days[0].ovulationTest", nullValue())
                .body("temperatureRise.rule", equalTo("three-over-six"))
                .body("temperatureRise.lowerDays", hasSize(6))
                .body("temperatureRise.higherDays", hasSize(3))
                .body("temperatureRise.passedOverDay", nullValue())
                .body("peak.sign", equalTo("mucus"))
                .body("peak.day", equalTo(DIARY.ovulations().get(1).toString()))
                .body("fertileFrom.rule", equalTo("five-days"))
                .body("fertileFrom.date", equalTo(start.plusDays(5).toString()));
        LocalDate ovulation = LocalDate.parse(chart.extract().path("likelyOvulation"));
        assertThat(chart.extract().<String>path("temperatureRise.firstHigherDay"))
                .isEqualTo(ovulation.plusDays(1).toString());
        assertThat(LocalDate.parse(chart.extract().path("ovulationConfirmedOn")))
                .isAfter(ovulation.plusDays(2));
    }

    @Test
    void withoutAnArgumentItIsTheRunningCycle() {
        Logging.log("running", DIARY.days());

        given().auth()
                .oauth2(Tokens.of("running"))
                .get("/v1/cycle/chart")
                .then()
                .statusCode(200)
                .body("start", equalTo(DIARY.cycleStarts().get(2).toString()))
                .body("end", nullValue());
    }

    @Test
    void whatTheRulesDoNotFindIsLeftOut() {
        Logging.log("only-period", DIARY.days().subList(0, 3));

        read("only-period", 0)
                .statusCode(200)
                .body("days", hasSize(3))
                .body("temperatureRise", nullValue())
                .body("peak", nullValue())
                .body("ovulationConfirmedOn", nullValue())
                .body("likelyOvulation", nullValue())
                .body("fertileFrom.rule", equalTo("no-rise-before"));
    }

    @Test
    void aCycleThatIsNotThereIsNotFound() {
        read("chart-nobody", 0).statusCode(404).body("code", equalTo("not-found"));
        Logging.log("three-cycles", DIARY.days());
        read("three-cycles", 2).statusCode(200);
        read("three-cycles", 3).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 25, Integer.MAX_VALUE})
    void cyclesLongAgoAreRefused(int cyclesAgo) {
        read("chart-range", cyclesAgo).statusCode(400).body("code", equalTo("invalid-field"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "2025-03-01", "99999999999"})
    void whatIsNoNumberFindsNothing(String cyclesAgo) {
        read("chart-words", cyclesAgo).statusCode(404);
    }

    @Test
    void nobodySeesAnothersChart() {
        Logging.log("chart-owner", DIARY.days());
        read("chart-other", 0).statusCode(404);
    }

    @Test
    void everyReadIsAuditedAndAlsoOneThatFindsNothing() {
        long before = data.number("select count(*) from outbox");
        read("chart-audited", 0).statusCode(404);
        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(1);
        Logging.log("chart-audited", DIARY.days().subList(0, 3));
        read("chart-audited", 0).statusCode(200);
        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(3);
    }

    @Test
    void aPauseFromLoggingPeriodsIsCutAfter200Days() {
        List<LocalDate> dates = FIRST.datesUntil(FIRST.plusDays(230)).toList();
        Logging.log("paused", DIARY.days().subList(0, 1));
        Logging.log("paused", dates.subList(1, 230).stream().map(Day::empty).toList());

        read("paused", 0).statusCode(200).body("days", hasSize(200));
    }

    private static ValidatableResponse read(String user, Object cyclesAgo) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .queryParam("cyclesAgo", cyclesAgo)
                .get("/v1/cycle/chart")
                .then();
    }
}
