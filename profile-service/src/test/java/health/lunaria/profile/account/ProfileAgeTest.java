package health.lunaria.profile.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ProfileAgeTest {

    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private final LocalDate today = LocalDate.now(LAST_ZONE);
    private final Sql data = Sql.in(TestDatabases.start().data());
    private final Sql keyring = Sql.in(TestDatabases.start().keyring());

    @Test
    void nothingOfWhoIsTooYoungIsStored() {
        long rows = data.number("select (select count(*) from profile) + (select count(*) from outbox)");
        long keys = keyring.number("select count(*) from subject_key");

        create("age-child", "DE", today.minusYears(16).plusDays(2), "")
                .statusCode(403)
                .body("code", equalTo("too-young"));

        assertThat(data.number("select (select count(*) from profile) + (select count(*) from outbox)"))
                .isEqualTo(rows);
        assertThat(keyring.number("select count(*) from subject_key")).isEqualTo(keys);
    }

    @Test
    void aGuardianCannotConsent() {
        create("age-ward", "DE", today.minusYears(10), ",\"guardianConsent\":true")
                .statusCode(403)
                .body("code", equalTo("guardian-consent-not-supported"));
        read("age-ward").statusCode(404);
    }

    @Test
    void whoIsOldEnoughNeedsNoGuardian() {
        create("age-adult", "DE", today.minusYears(30), ",\"guardianConsent\":true")
                .statusCode(200);
        read("age-adult").body("guardianConsent", nullValue());
    }

    @Test
    void ofADateTheYearIsKept() {
        LocalDate birth = today.minusYears(16).minusDays(2);
        create("age-dated", "DE", birth, "").statusCode(200);

        read("age-dated").body("birthYear", equalTo(birth.getYear())).body("birthDate", nullValue());
    }

    /** Her year alone would not let her in, unless today is the last day of it. */
    @Test
    void whoWasLetInByADateIsAskedForItOnce() {
        LocalDate birth = LocalDate.of(today.getYear() - 16, 1, 1);
        create("age-once", "DE", birth, "").statusCode(200);

        put("age-once", "If-Match", "\"1\"", body("DE", birth.getYear(), ",\"locale\":\"de\""))
                .statusCode(200);
    }

    @Test
    void theAgeOfAnotherCountryIsAskedForAgain() {
        LocalDate birth = today.minusYears(14);
        create("age-mover", "AT", birth, "").statusCode(200);

        put("age-mover", "If-Match", "\"1\"", body("DE", birth.getYear(), ""))
                .statusCode(403)
                .body("code", equalTo("too-young"));
        read("age-mover").body("country", equalTo("AT"));
    }

    @Test
    void anotherYearIsAskedForAgain() {
        create("age-younger", "DE", today.minusYears(20), "").statusCode(200);

        put("age-younger", "If-Match", "\"1\"", body("DE", today.getYear() - 10, ""))
                .statusCode(403);
    }

    @Test
    void aGoalNeedsTheConsentToHealthData() {
        String goal = ",\"goal\":\"conceive\"";
        create("age-goal", "DE", today.minusYears(30), goal).statusCode(403).body("code", equalTo("consent-required"));
        read("age-goal").statusCode(404);

        decide("age-goal", true);
        create("age-goal", "DE", today.minusYears(30), goal).statusCode(200);
        read("age-goal").body("goal", equalTo("conceive"));

        decide("age-goal", false);
        put("age-goal", "If-Match", "\"1\"", body("DE", 1990, goal)).statusCode(403);
        put("age-goal", "If-Match", "\"1\"", body("DE", 1990, "")).statusCode(200);
    }

    @Test
    void aGoalIsNotStoredWhileProcessingIsRestricted() {
        decide("age-restricted", true);
        given().auth()
                .oauth2(Tokens.of("age-restricted"))
                .contentType(ContentType.JSON)
                .body("{\"restricted\":true}")
                .put("/v1/profile/restriction")
                .then()
                .statusCode(200);

        create("age-restricted", "DE", today.minusYears(30), ",\"goal\":\"conceive\"")
                .statusCode(403)
                .body("code", equalTo("processing-restricted"));
    }

    private static void decide(String user, boolean granted) {
        given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"granted\":" + granted + ",\"policyVersion\":\"2026-11\"}")
                .put("/v1/profile/consents/health-data")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse create(String user, String country, LocalDate birth, String more) {
        return put(
                user,
                "If-None-Match",
                "*",
                "{\"country\":\"" + country + "\",\"birthDate\":\"" + birth + "\"" + more + "}");
    }

    private static String body(String country, int birthYear, String more) {
        return "{\"country\":\"" + country + "\",\"birthYear\":" + birthYear + more + "}";
    }

    private static ValidatableResponse put(String user, String header, String value, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header(header, value)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/profile")
                .then();
    }

    private static ValidatableResponse read(String user) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/profile").then();
    }
}
