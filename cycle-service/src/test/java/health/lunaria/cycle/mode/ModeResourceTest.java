package health.lunaria.cycle.mode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Collections;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ModeResourceTest {

    private static final String MARKER = "mArKeR7392";
    private static final String PILL = "{\"mode\":\"combined-pill\",\"from\":\"2024-05-01\",\"to\":\"2025-01-31\"}";
    private static final String PERIMENOPAUSE = "{\"mode\":\"perimenopause\",\"from\":\"2024-01-01\"}";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whatIsWrittenIsReadAgainOldestFirst() {
        create("mode-writer", phases(PILL, PERIMENOPAUSE)).statusCode(200).header("ETag", "\"1\"");

        read("mode-writer")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("phases", hasSize(2))
                .body("phases[0].mode", equalTo("perimenopause"))
                .body("phases[0].to", nullValue())
                .body("phases[1].mode", equalTo("combined-pill"))
                .body("phases[1].from", equalTo("2024-05-01"))
                .body("phases[1].to", equalTo("2025-01-31"));
    }

    @Test
    void whoNeverWroteAnyHasNone() {
        read("mode-nobody").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void aChangeReplacesAll() {
        create("mode-changer", phases(PILL, PERIMENOPAUSE)).statusCode(200);
        write("mode-changer", "If-Match", "\"1\"", phases()).statusCode(200).header("ETag", "\"2\"");

        read("mode-changer").header("ETag", "\"2\"").body("phases", hasSize(0));
    }

    @Test
    void aStaleChangeIsRefused() {
        create("mode-stale", phases(PILL)).statusCode(200);
        write("mode-stale", "If-Match", "\"2\"", phases()).statusCode(412).body("code", equalTo("stale"));
        create("mode-stale", phases()).statusCode(412);

        read("mode-stale").header("ETag", "\"1\"").body("phases", hasSize(1));
    }

    @Test
    void aWriterWhoDoesNotSayWhatSheReplacesIsRefused() {
        given().auth()
                .oauth2(Tokens.of("mode-careless"))
                .contentType(ContentType.JSON)
                .body(phases(PILL))
                .put("/v1/cycle/mode")
                .then()
                .statusCode(428);
        read("mode-careless").statusCode(404);
    }

    static Stream<Arguments> badBodies() {
        String tooFar = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        return Stream.of(
                bad("{}", "phases", "missing"),
                bad("{\"phases\":null}", "phases", "missing"),
                bad("{\"phases\":[null]}", "phases[0]", null),
                bad(phases("{\"from\":\"2024-05-01\"}"), "phases[0].mode", "missing"),
                bad(phases("{\"mode\":\"pregnancy\"}"), "phases[0].from", "missing"),
                bad(phases("{\"mode\":\"PREGNANCY\",\"from\":\"2024-05-01\"}"), "phases[0].mode", null),
                bad(phases("{\"mode\":\"" + MARKER + "\",\"from\":\"2024-05-01\"}"), "phases[0].mode", null),
                bad(phases("{\"mode\":3,\"from\":\"2024-05-01\"}"), "phases[0].mode", null),
                bad(phases("{\"mode\":\"pregnancy\",\"from\":\"" + MARKER + "\"}"), "phases[0].from", null),
                bad(phases("{\"mode\":\"pregnancy\",\"from\":\"1899-12-31\"}"), "phases[0].from", "date-out-of-range"),
                bad(
                        phases("{\"mode\":\"pregnancy\",\"from\":\"" + tooFar + "\"}"),
                        "phases[0].from",
                        "date-out-of-range"),
                bad(
                        phases("{\"mode\":\"pregnancy\",\"from\":\"2024-05-02\",\"to\":\"2024-05-01\"}"),
                        "phases",
                        "range-not-allowed"),
                bad(
                        phases("{\"mode\":\"pregnancy\",\"from\":\"2024-05-02\",\"to\":\"2124-05-02\"}"),
                        "phases",
                        "range-not-allowed"),
                bad(phases(PILL, PILL), "phases", "phases-overlap"),
                bad(phases(PILL, "{\"mode\":\"pregnancy\",\"from\":\"2025-01-31\"}"), "phases", "phases-overlap"),
                bad(phases(PILL, "{\"mode\":\"hormonal-iud\",\"from\":\"2020-01-01\"}"), "phases", "phases-overlap"),
                bad(phases(PERIMENOPAUSE, "{\"mode\":\"none\",\"from\":\"2025-01-01\"}"), "phases", "phases-overlap"),
                bad(phases(Collections.nCopies(101, PILL).toArray(String[]::new)), "phases", null));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void badPhasesAreRefusedClearlyAndStoreNothing(String body, String field, String reason) {
        String user = "mode-bad-" + Integer.toHexString(body.hashCode());
        ValidatableResponse answer = create(user, body)
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("fields.field", Matchers.hasItem(field))
                .body(not(Matchers.containsString(MARKER)));
        if (reason != null) {
            answer.body("fields.reason", Matchers.hasItem(reason));
        }
        read(user).statusCode(404);
    }

    @Test
    void phasesThatMakeSenseTogetherMayOverlap() {
        create("mode-both", phases(PILL, PERIMENOPAUSE, "{\"mode\":\"breastfeeding\",\"from\":\"2024-06-01\"}"))
                .statusCode(200);
    }

    @Test
    void nobodySeesAnothersPhases() {
        create("mode-first", phases(PILL)).statusCode(200);
        read("mode-second").statusCode(404);
    }

    @Test
    void everyAccessLeavesAnAuditEventAndARefusedOneNone() {
        long before = outbox();
        create("mode-audited", phases(PILL)).statusCode(200);
        read("mode-audited").statusCode(200);
        assertThat(outbox() - before).isEqualTo(2);

        create("mode-audited", phases()).statusCode(412);
        write("mode-audited", "If-Match", "\"1\"", phases(PILL, PILL)).statusCode(400);
        assertThat(outbox() - before).isEqualTo(2);
    }

    @Test
    void nothingReadableIsStored() {
        create("mode-sealed", phases(PILL)).statusCode(200);
        byte[] stored = data.bytes("select string_agg(sealed, ''::bytea) from cycle_mode");

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("combined-pill")
                .doesNotContain("2024-05-01");
    }

    @Test
    void phasesUnderAnotherVersionDoNotOpen() {
        create("mode-tampered", phases(PILL)).statusCode(200);
        data.change("update cycle_mode set version = 2 where xmin::text::bigint"
                + " = (select max(xmin::text::bigint) from cycle_mode)");

        read("mode-tampered").statusCode(500).body("code", equalTo("internal-error"));
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }

    private static Arguments bad(String body, String field, String reason) {
        return Arguments.of(body, field, reason);
    }

    private static String phases(String... phases) {
        return "{\"phases\":[" + String.join(",", phases) + "]}";
    }

    private static ValidatableResponse create(String user, String body) {
        return write(user, "If-None-Match", "*", body);
    }

    private static ValidatableResponse write(String user, String header, String value, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header(header, value)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/cycle/mode")
                .then();
    }

    private static ValidatableResponse read(String user) {
        return given().auth().oauth2(Tokens.of(user)).get("/v1/cycle/mode").then();
    }
}
