package health.lunaria.cycle.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a list: a stable slug, the field, its reason, never the value, and nothing stored. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class CorrectionBadInputTest {

    private static final String MARKER = "mArKeR7391";
    private static final String EXCLUDED = item("2026-01-03", "excluded-cycle", "stress");

    static Stream<Arguments> badBodies() {
        String tooFar = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        return Stream.of(
                bad("", "invalid-field", null, null),
                bad("null", "invalid-field", null, null),
                bad("[]", "invalid-field", "", null),
                bad("{}", "invalid-field", "corrections", "missing"),
                bad("{\"corrections\":null}", "invalid-field", "corrections", "missing"),
                bad("{\"corrections\":{}}", "invalid-field", "corrections", null),
                bad("{\"corrections\":[],\"" + MARKER + "\":1}", "unknown-field", "", null),
                bad("{\"corrections\":[", "malformed-body", null, null),
                bad("{\"corrections\":[],\"corrections\":[]}", "malformed-body", null, null),
                badList("null", "corrections[0]", "missing"),
                badList("{}", "corrections[0].date", "missing"),
                badList("{\"date\":\"2026-01-03\"}", "corrections[0].kind", "missing"),
                badList("{\"kind\":\"period-start\"}", "corrections[0].date", "missing"),
                badList(item("2026-02-30", "period-start"), "corrections[0].date", null),
                badList(item(MARKER, "period-start"), "corrections[0].date", null),
                badList(item("1899-12-31", "period-start"), "corrections[0].date", "date-out-of-range"),
                badList(item(tooFar, "period-start"), "corrections[0].date", "date-out-of-range"),
                badList(item("2026-01-03", MARKER), "corrections[0].kind", null),
                badList(item("2026-01-03", "PERIOD_START"), "corrections[0].kind", null),
                badList("{\"date\":\"2026-01-03\",\"kind\":1}", "corrections[0].kind", null),
                badList(item("2026-01-03", "excluded-cycle"), "corrections[0].reason", "missing"),
                badList(item("2026-01-03", "excluded-cycle", MARKER), "corrections[0].reason", null),
                badList(item("2026-01-03", "period-start", "stress"), "corrections[0].reason", "not-allowed-here"),
                badList(item("2026-01-03", "not-a-period", "other"), "corrections[0].reason", "not-allowed-here"),
                badList(EXCLUDED + "," + EXCLUDED, "corrections", "contradictory"),
                badList(
                        EXCLUDED + "," + item("2026-01-03", "excluded-cycle", "travel"),
                        "corrections",
                        "contradictory"),
                badList(twice("not-a-period", "not-a-period"), "corrections", "contradictory"),
                badList(twice("not-a-period", "spotting-only"), "corrections", "contradictory"),
                badList(twice("not-a-period", "period-start"), "corrections", "contradictory"),
                badList(twice("spotting-only", "period-start"), "corrections", "contradictory"),
                badList(many(501), "corrections", "too-many"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadListIsRefusedClearlyAndNothingIsStored(String body, String slug, String field, String reason) {
        String user = "bad-correction-" + Integer.toHexString(body.hashCode());
        Response answer = create(user, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.asString()).doesNotContain(MARKER);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(slug);
        if (field != null) {
            assertThat(answer.jsonPath().getString("fields[0].field")).isEqualTo(field);
        }
        if (reason != null) {
            assertThat(answer.jsonPath().getString("fields[0].reason")).isEqualTo(reason);
        }
        given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/cycle/corrections")
                .then()
                .statusCode(404);
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(create("five-hundred", list(many(500))).statusCode()).isEqualTo(200);
        assertThat(create("none-at-all", list("")).statusCode()).isEqualTo(200);
        assertThat(create("both-kinds", list(EXCLUDED + "," + item("2026-01-03", "period-start")))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Response create(String user, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/cycle/corrections");
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> item(LocalDate.of(2020, 1, 1).plusDays(day).toString(), "period-start"))
                .collect(Collectors.joining(","));
    }

    private static String twice(String kind, String otherKind) {
        return item("2026-01-03", kind) + "," + item("2026-01-03", otherKind);
    }

    private static String item(String date, String kind) {
        return "{\"date\":\"" + date + "\",\"kind\":\"" + kind + "\"}";
    }

    private static String item(String date, String kind, String reason) {
        return "{\"date\":\"" + date + "\",\"kind\":\"" + kind + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String list(String corrections) {
        return "{\"corrections\":[" + corrections + "]}";
    }

    private static Arguments bad(String body, String slug, String field, String reason) {
        return Arguments.of(body, slug, field, reason);
    }

    private static Arguments badList(String corrections, String field, String reason) {
        return bad(list(corrections), "invalid-field", field, reason);
    }
}
