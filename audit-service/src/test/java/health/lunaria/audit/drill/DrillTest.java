package health.lunaria.audit.drill;

import static health.lunaria.audit.Staffing.onDuty;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class DrillTest {

    private static final String PATH = "/v1/audit/drills";
    private static final String MARKER = "mArKeR5512";
    private static final String HASH = "4111111111111111".repeat(4);

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whatWasRecordedIsRead() {
        record(drill("restore", "production")).statusCode(201);

        read().statusCode(200)
                .body("drills[0].kind", equalTo("restore"))
                .body("drills[0].environment", equalTo("production"))
                .body("drills[0].startedAt", equalTo("2026-01-10T08:00:00Z"))
                .body("drills[0].finishedAt", equalTo("2026-01-10T09:30:00Z"))
                .body("drills[0].outcome", equalTo("passed"))
                .body("drills[0].recoveryPointSeconds", equalTo(30))
                .body("drills[0].recoveryTimeSeconds", nullValue())
                .body("drills[0].reportSha256", equalTo(HASH))
                .body("drills[0].recordedAt", notNullValue());
    }

    @Test
    void theOneRecordedLastComesFirstAndPagesFollow() {
        record(drill("backup", "first")).statusCode(201);
        record(drill("backup", "second")).statusCode(201);

        String next = onDuty("drill-auditor", StaffRole.AUDITOR)
                .get(PATH + "?limit=1")
                .then()
                .body("drills", hasSize(1))
                .body("drills[0].environment", equalTo("second"))
                .extract()
                .path("next");
        onDuty("drill-auditor", StaffRole.AUDITOR)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .body("drills[0].environment", equalTo("first"));
        onDuty("drill-security", StaffRole.SECURITY)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update drill set outcome = 'passed' where id = ?", "delete from drill where id = ?"})
    void whatWasRecordedStays(String statement) {
        String id = record(drill("restore", "staging")).extract().path("id");

        assertThatThrownBy(() -> data.change(statement, UUID.fromString(id))).hasMessageContaining("never changed");
        assertThat(data.number("select count(*) from drill where id = ?", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, restored",
        "environment, Production",
        "environment, 'a b'",
        "environment, ''",
        "startedAt, 2026-01-10T08:00:00+01:00",
        "startedAt, 2026-01-10T09:30:01Z",
        "finishedAt, 2999-01-01T00:00:00Z",
        "finishedAt, 2026-01-10",
        "outcome, maybe",
        "recoveryPointSeconds, -1",
        "reportSha256, 4111",
        "reportSha256, mArKeR5512",
        "note, mArKeR5512",
    })
    void aBadFieldIsRefusedAndNotRepeated(String field, String value) {
        long before = data.number("select count(*) from drill");

        record(drill("restore", "production")
                        .replaceFirst("\\{", "{\"" + field + "\":\"" + value + "\",")
                        .replaceFirst(",\"" + field + "\":(\"[^\"]*\"|\\d+)", ""))
                .statusCode(400)
                .body(not(containsString(MARKER)));
        assertThat(data.number("select count(*) from drill")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "environment", "startedAt", "finishedAt", "outcome", "reportSha256"})
    void nothingThatCountsIsLeftOut(String field) {
        record(drill("restore", "production")
                        .replaceFirst("\"" + field + "\":\"[^\"]*\",?", "")
                        .replace(",}", "}"))
                .statusCode(400);
    }

    @Test
    void onlySecurityRecordsAndAuditorsReadOnly() {
        for (StaffRole role : StaffRole.values()) {
            int written = role == StaffRole.SECURITY ? 201 : 403;
            int read = role == StaffRole.SECURITY || role == StaffRole.AUDITOR ? 200 : 403;
            onDuty("drill-" + role.token(), role)
                    .body(drill("backup", "roles"))
                    .post(PATH)
                    .then()
                    .statusCode(written);
            onDuty("drill-" + role.token(), role).get(PATH).then().statusCode(read);
        }
        given().auth().oauth2(Tokens.of("u")).get(PATH).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("not-registered", "security"))
                .contentType(ContentType.JSON)
                .body(drill("backup", "roles"))
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("workforce-not-registered"));
    }

    private static ValidatableResponse record(String body) {
        return onDuty("drill-security", StaffRole.SECURITY)
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse read() {
        return onDuty("drill-auditor", StaffRole.AUDITOR).get(PATH).then();
    }

    private static String drill(String kind, String environment) {
        return ("{\"kind\":\"%s\",\"environment\":\"%s\",\"startedAt\":\"2026-01-10T08:00:00Z\","
                        + "\"finishedAt\":\"2026-01-10T09:30:00Z\",\"outcome\":\"passed\",\"recoveryPointSeconds\":30,"
                        + "\"reportSha256\":\"%s\"}")
                .formatted(kind, environment, HASH);
    }
}
