package health.lunaria.cycle.insight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.cycle.entitlement.FakeBillingService;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class InsightResourceTest {

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whoIsEntitledReadsWhatHerCyclesHaveInCommon() {
        FakeBillingService.sellPremiumTo("premium");
        logPeriods("premium", "2026-01-01", "2026-01-29", "2026-02-27", "2026-03-27", "2026-04-24");
        log("premium", "{\"date\":\"2026-01-02\",\"flow\":\"heavy\",\"symptoms\":[\"cramps\"],\"tags\":[\"couch\"]}");

        insights("premium")
                .statusCode(200)
                .body("cycles.used", equalTo(4))
                .body("cycles.needed", equalTo(3))
                .body("cycles.excluded", equalTo(0))
                .body("cycles.gapsSuspected", equalTo(0))
                .body("loggedDays.logged", equalTo(12))
                .body("loggedDays.of", equalTo(113))
                .body("cycleLength.count", equalTo(4))
                .body("cycleLength.mean", equalTo(28.3f))
                .body("cycleLength.median", equalTo(28.0f))
                .body("cycleLength.shortest", equalTo(28))
                .body("cycleLength.longest", equalTo(29))
                .body("cycleLength.standardDeviation", equalTo(0.5f))
                .body("regularity.variationDays", equalTo(1))
                .body("regularity.limitAges26To41", equalTo(7))
                .body("regularity.limitOtherAges", equalTo(9))
                .body("periodLength.mean", equalTo(3.0f))
                .body("lutealPhase", nullValue())
                .body("notes", empty())
                .body("trends.symptoms", hasSize(1))
                .body("trends.symptoms[0].code", equalTo("cramps"))
                .body("trends.symptoms[0].phases", hasSize(1))
                .body("trends.symptoms[0].phases[0].phase", equalTo("menstrual"))
                .body("trends.symptoms[0].phases[0].days", equalTo(1))
                .body("trends.symptoms[0].phases[0].ofDays", equalTo(12))
                .body("trends.symptoms[0].phases[0].rate", equalTo(0.083f))
                .body("trends.symptoms[0].phases[0].from", equalTo(0.015f))
                .body("trends.symptoms[0].phases[0].to", equalTo(0.354f))
                .body("trends.tags[0].tag", equalTo("couch"));
    }

    @Test
    void whatIsOutsideTheNormalRangeIsSaidInTheseWordsOnly() {
        FakeBillingService.sellPremiumTo("long-cycles");
        logPeriods("long-cycles", "2026-01-01", "2026-02-12", "2026-03-26", "2026-05-07");

        insights("long-cycles")
                .body("notes", hasSize(1))
                .body("notes[0].about", equalTo("cycle-length"))
                .body("notes[0].text", equalTo("outside the range that FIGO calls normal"));
    }

    @Test
    void aNewUserGetsNothingYet() {
        FakeBillingService.sellPremiumTo("new-and-premium");

        insights("new-and-premium")
                .statusCode(200)
                .body("cycles.used", equalTo(0))
                .body("cycleLength", nullValue())
                .body("regularity", nullValue())
                .body("notes", empty())
                .body("trends", nullValue());
    }

    @Test
    void whoIsNotEntitledIsRefusedAndNothingIsRead() {
        logPeriods("not-premium", "2026-01-01");
        long before = outbox();

        insights("not-premium")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("entitlement-required"))
                .body("cycles", nullValue());
        assertThat(outbox()).isEqualTo(before);
    }

    @Test
    void withoutAnAnswerOfBillingServiceNothingIsRead() {
        FakeBillingService.failFor("billing-away");
        long before = outbox();

        insights("billing-away")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("entitlement-unknown"));
        assertThat(outbox()).isEqualTo(before);
    }

    @Test
    void whatIsNotPremiumNeedsNoEntitlement() {
        FakeBillingService.failFor("free-reader");

        for (String route : new String[] {"/v1/cycle/cycles", "/v1/cycle/prediction"}) {
            given().auth().oauth2(Tokens.of("free-reader")).get(route).then().statusCode(200);
        }
    }

    @Test
    void readingIsOneAccess() {
        FakeBillingService.sellPremiumTo("audited-premium");
        insights("audited-premium").statusCode(200);
        long before = outbox();

        insights("audited-premium").statusCode(200);
        assertThat(outbox() - before).isEqualTo(1);
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }

    private static void logPeriods(String user, String... starts) {
        log(
                user,
                Stream.of(starts)
                        .map(LocalDate::parse)
                        .flatMap(start -> start.datesUntil(start.plusDays(3)))
                        .map(date -> "{\"date\":\"" + date + "\",\"flow\":\"medium\"}")
                        .collect(Collectors.joining(",")));
    }

    private static void log(String user, String days) {
        given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"days\":[" + days + "]}")
                .put("/v1/cycle/days")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse insights(String user) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/cycle/insights").then();
    }
}
