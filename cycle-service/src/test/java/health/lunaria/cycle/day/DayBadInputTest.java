package health.lunaria.cycle.day;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import health.lunaria.safeguards.testing.LargeBody;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a body: a stable slug, the field, never the value, and nothing stored by half. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class DayBadInputTest {

    private static final String MARKER = "mArKeR7391";
    private static final String GOOD = "{\"date\":\"2026-03-01\",\"flow\":\"light\"}";

    static Stream<Arguments> badBodies() {
        String tooFar = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        return Stream.of(
                bad("", "invalid-field", null),
                bad("null", "invalid-field", null),
                bad("[]", "invalid-field", ""),
                bad("\"" + MARKER + "\"", "invalid-field", ""),
                bad("{\"days\":[" + GOOD, "malformed-body", null),
                bad("{\"days\":[" + GOOD + "]}}", "malformed-body", null),
                bad("{\"days\":[" + GOOD + "]} {\"x\":1}", null, null),
                bad("{" + MARKER, "malformed-body", null),
                bad("{\"days\":[],\"days\":[" + GOOD + "]}", "malformed-body", null),
                bad("{\"days\":[]}", "invalid-field", "days"),
                bad("{\"days\":null}", "invalid-field", "days"),
                bad("{}", "invalid-field", "days"),
                bad("{\"days\":{}}", "invalid-field", "days"),
                bad("{\"days\":[null]}", "invalid-field", "days[0]"),
                bad(days("{\"flow\":\"light\"}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":\"2026-02-30\"}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":\"" + MARKER + "\"}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":[2026,1,3]}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":20260103}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":\"2026-01-03T00:00:00Z\"}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":\"1899-12-31\"}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":\"" + tooFar + "\"}"), "invalid-field", "days[1].date"),
                bad(days("{\"date\":\"+999999999-01-01\"}"), "invalid-field", "days[1].date"),
                bad(days(GOOD), "invalid-field", "days"),
                bad(day("\"flow\":\"" + MARKER + "\""), "invalid-field", "days[1].flow"),
                bad(day("\"flow\":\"LIGHT\""), "invalid-field", "days[1].flow"),
                bad(day("\"flow\":2"), "invalid-field", "days[1].flow"),
                bad(day("\"temperatureCelsius\":\"36.5\""), "invalid-field", "days[1].temperatureCelsius"),
                bad(day("\"temperatureCelsius\":29.99"), "invalid-field", "days[1].temperatureCelsius"),
                bad(day("\"temperatureCelsius\":45.01"), "invalid-field", "days[1].temperatureCelsius"),
                bad(day("\"temperatureCelsius\":36.555"), "invalid-field", "days[1].temperatureCelsius"),
                bad(day("\"temperatureCelsius\":1e999999999"), "invalid-field", "days[1].temperatureCelsius"),
                bad(day("\"temperatureCelsius\":" + "9".repeat(5000)), "invalid-field", "days[1]"),
                bad(day("\"temperatureCelsius\":NaN"), "malformed-body", null),
                bad(day("\"temperatureCelsius\":true"), "invalid-field", "days[1].temperatureCelsius"),
                bad(day("\"symptoms\":\"cramps\""), "invalid-field", "days[1].symptoms"),
                bad(day("\"symptoms\":[7]"), "invalid-field", "days[1].symptoms[0]"),
                bad(day("\"symptoms\":[null]"), "invalid-field", "days[1].symptoms[0]"),
                bad(day("\"symptoms\":[\"" + MARKER + "\"]"), "invalid-field", "days[1].symptoms[0]"),
                bad(
                        day("\"symptoms\":[" + String.join(",", Collections.nCopies(51, "\"cramps\"")) + "]"),
                        "invalid-field",
                        "days[1].symptoms"),
                bad(day("\"note\":\"" + "x".repeat(2001) + "\""), "invalid-field", "days[1].note"),
                bad(day("\"note\":\"" + "x".repeat(30_000) + "\""), "invalid-field", "days[1].note"),
                bad(day("\"note\":\"" + MARKER + "\\u0000\""), "invalid-field", "days[1].note"),
                bad(day("\"note\":\"" + MARKER + "\\u001b\""), "invalid-field", "days[1].note"),
                bad(day("\"note\":\"\\ud800\""), "invalid-field", "days[1].note"),
                bad(day("\"note\":{\"" + MARKER + "\":1}"), "invalid-field", "days[1].note"),
                bad(day("\"note\":\"pay with 4111 1111 1111 1111\""), "card-number-refused", "days[1].note"),
                bad(day("\"" + MARKER + "\":1"), "unknown-field", "days[1]"),
                bad("{\"" + MARKER + "\":1}", "unknown-field", ""),
                bad("[".repeat(10_000), "invalid-field", ""),
                bad("{\"days\":" + "[".repeat(10_000), "invalid-field", "days[0]"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadBodyIsRefusedClearlyAndWhole(String body, String slug, String field) {
        String user = "bad-input-" + Integer.toHexString(body.hashCode());
        Response answer = given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                // As bytes: of a text, the client would print a pretty form, which takes it seconds for deep nesting.
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/cycle/days");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.asString()).doesNotContain(MARKER).doesNotContain("4111");
        if (slug != null) {
            assertThat(answer.jsonPath().getString("code")).isEqualTo(slug);
        }
        if (field != null) {
            assertThat(answer.jsonPath().getString("fields[0].field")).isEqualTo(field);
        }
        given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body("{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"}")
                .post("/v1/cycle/days/search")
                .then()
                .statusCode(200)
                .body("days", empty());
    }

    @Test
    void moreThan400DaysAreRefused() {
        StringBuilder days = new StringBuilder();
        for (int i = 0; i < 401; i++) {
            days.append(i == 0 ? "" : ",")
                    .append("{\"date\":\"")
                    .append(LocalDate.of(2024, 1, 1).plusDays(i))
                    .append("\"}");
        }
        Response answer = put("{\"days\":[" + days + "]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("fields[0].field")).isEqualTo("days");
        assertThat(answer.jsonPath().getString("fields[0].reason")).isEqualTo("wrong-count");
    }

    @Test
    void aBodyOfTwoMebibytesIsRefused() {
        assertThat(LargeBody.announce("PUT", "/v1/cycle/days", Tokens.of("too-large"), 2 << 20))
                .isEqualTo(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Response answer = given().auth()
                .oauth2(Tokens.of("media-type"))
                .contentType("text/plain")
                .body("{\"days\":[]}")
                .put("/v1/cycle/days");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void aRangeTurnedAroundOrTooLongIsRefused() {
        for (String range : new String[] {
            "{\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"}", "{\"from\":\"1990-01-01\",\"to\":\"2026-03-01\"}"
        }) {
            Response answer = given().auth()
                    .oauth2(Tokens.of("ranges"))
                    .contentType(ContentType.JSON)
                    .body(range)
                    .post("/v1/cycle/days/search");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("fields[0].field")).isEqualTo("to");
            assertThat(answer.jsonPath().getString("fields[0].reason")).isEqualTo("range-not-allowed");
        }
    }

    private static Response put(String body) {
        return given().auth()
                .oauth2(Tokens.of("bad-input"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/cycle/days");
    }

    private static Arguments bad(String body, String slug, String field) {
        return Arguments.of(body, slug, field);
    }

    private static String days(String second) {
        return "{\"days\":[" + GOOD + "," + second + "]}";
    }

    private static String day(String fields) {
        return days("{\"date\":\"2026-03-02\"," + fields + "}");
    }
}
