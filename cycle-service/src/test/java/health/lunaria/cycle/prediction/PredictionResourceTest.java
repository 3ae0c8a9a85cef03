package health.lunaria.cycle.prediction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class PredictionResourceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void regularCyclesArePredictedFourWeeksOn() {
        logPeriods("regular", List.of(122L, 94L, 66L, 38L, 10L));

        ValidatableResponse answer = get("regular", "/v1/cycle/prediction");

        answer.body("model", equalTo("lunaria-cycle/2"))
                .body("cyclesUsed", equalTo(4))
                .body("nextPeriod.intervals", hasSize(3))
                .body("nextPeriod.intervals[0].probability", equalTo(0.5f))
                .body("nextPeriod.intervals[1].probability", equalTo(0.8f))
                .body("nextPeriod.intervals[2].probability", equalTo(0.95f))
                .body("ovulation.likely", notNullValue())
                .body("fertileWindow.from", notNullValue())
                .body("unavailable", nullValue());
        LocalDate likely = LocalDate.parse(answer.extract().path("nextPeriod.likely"));
        assertThat(ChronoUnit.DAYS.between(TODAY.minusDays(10), likely)).isBetween(27L, 29L);
    }

    @Test
    void withoutAnyPeriodThereIsNoDate() {
        get("new-user", "/v1/cycle/prediction")
                .body("cyclesUsed", equalTo(0))
                .body("nextPeriod", nullValue())
                .body("unavailable", equalTo("no-period-logged"));
    }

    @Test
    void cyclesEndWithTheRunningOne() {
        logPeriods("cycles", List.of(66L, 38L, 10L));

        get("cycles", "/v1/cycle/cycles")
                .body("cycles", hasSize(3))
                .body("cycles[0].start", equalTo(TODAY.minusDays(66).toString()))
                .body("cycles[0].end", equalTo(TODAY.minusDays(39).toString()))
                .body("cycles[0].lengthDays", equalTo(28))
                .body("cycles[0].periodDays", equalTo(3))
                .body("cycles[2].start", equalTo(TODAY.minusDays(10).toString()))
                .body("cycles[2].end", nullValue())
                .body("cycles[2].lengthDays", nullValue());
    }

    private static void logPeriods(String user, List<Long> beganDaysAgo) {
        String days = beganDaysAgo.stream()
                .map(TODAY::minusDays)
                .flatMap(start -> start.datesUntil(start.plusDays(3)))
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

    private static ValidatableResponse get(String user, String route) {
        return given().auth().oauth2(Tokens.of(user)).get(route).then().statusCode(200);
    }
}
