package health.lunaria.profile.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.testing.LargeBody;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a body: a stable slug, the field, never the value, and nothing stored. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ProfileBadInputTest {

    private static final String MARKER = "mArKeR7391";

    static Stream<Arguments> badBodies() {
        return Stream.of(bodies(), texts(), others()).flatMap(cases -> cases);
    }

    private static Stream<Arguments> bodies() {
        return Stream.of(
                bad("", "invalid-field", null),
                bad("null", "invalid-field", null),
                bad("[]", "invalid-field", ""),
                bad("7", "invalid-field", ""),
                bad("\"" + MARKER + "\"", "invalid-field", ""),
                bad("{" + MARKER, "malformed-body", null),
                bad("{\"locale\":\"de\"", "malformed-body", null),
                bad("{\"locale\":\"de\"}}", "malformed-body", null),
                bad("{\"locale\":\"de\",\"locale\":\"fr\"}", "malformed-body", null),
                bad("{\"" + MARKER + "\":1}", "unknown-field", ""),
                bad("{\"version\":1}", "unknown-field", ""),
                bad("[".repeat(10_000), "invalid-field", ""),
                bad("{\"goal\":" + "[".repeat(10_000), null, null));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                badField("displayName", "\"\""),
                badField("displayName", "\"" + MARKER + "x".repeat(91) + "\""),
                badField("displayName", "\"" + "x".repeat(30_000) + "\""),
                badField("displayName", "\"" + MARKER + "\\u0000\""),
                badField("displayName", "\"" + MARKER + "\\u001b\""),
                badField("displayName", "\"\\ud800\""),
                badField("displayName", "7"),
                badField("displayName", "true"),
                badField("displayName", "[\"" + MARKER + "\"]"),
                badField("displayName", "{\"value\":\"" + MARKER + "\"}"),
                bad("{\"displayName\":\"4111 1111 1111 1111\"}", "card-number-refused", "displayName"),
                badField("email", "\"" + MARKER + "\""),
                badField("email", "\"" + MARKER + "@\""),
                badField("email", "\"@example.org\""),
                badField("email", "\"a@example.org\\nBcc: b@example.org\""),
                badField("email", "\"a@" + "x.".repeat(127) + "org\""),
                badField("email", "7"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                badField("birthYear", "1899"),
                badField("birthYear", "2101"),
                badField("birthYear", "-1"),
                badField("birthYear", "1994.5"),
                badField("birthYear", "\"1994\""),
                badField("birthYear", "true"),
                badField("birthYear", "[1994]"),
                badField("birthYear", "99999999999"),
                badField("country", "\"UK\""),
                badField("country", "\"de\""),
                badField("country", "\"" + MARKER + "\""),
                badField("country", "null"),
                badField("birthDate", "\"1994-02-30\""),
                badField("birthDate", "\"" + MARKER + "\""),
                badField("birthDate", "19940101"),
                badField("guardianConsent", "\"" + MARKER + "\""),
                bad("{\"preferences\":{\"units\":\"" + MARKER + "\"}}", "invalid-field", "preferences.units"),
                bad("{\"preferences\":{\"" + MARKER + "\":1}}", "unknown-field", null),
                bad("{}", "invalid-field", "country"),
                bad("{\"country\":\"DE\"}", "invalid-field", "birthYear"),
                bad("{\"country\":\"DE\",\"birthDate\":\"1899-12-31\"}", "invalid-field", "birthDate"),
                bad(
                        "{\"country\":\"DE\",\"birthYear\":1990,\"birthDate\":\"1991-01-01\"}",
                        "invalid-field",
                        "birthDate"),
                bad("{\"birthYear\":" + "9".repeat(5000) + "}", "invalid-field", null),
                bad("{\"birthYear\":NaN}", "malformed-body", null),
                badField("locale", "\"\""),
                badField("locale", "\"d\""),
                badField("locale", "\"de_DE\""),
                badField("locale", "\"" + MARKER + "\""),
                badField("locale", "\"../../etc\""),
                badField("locale", "\"de" + "-abcdefgh".repeat(4) + "\""),
                badField("timeZone", "\"Mars/" + MARKER + "\""),
                badField("timeZone", "\"\""),
                badField("timeZone", "1"),
                badField("goal", "\"" + MARKER + "\""),
                badField("goal", "\"CONCEIVE\""),
                badField("goal", "\"\""),
                badField("goal", "1"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadBodyIsRefusedClearlyAndNothingIsStored(String body, String slug, String field) {
        String user = "bad-input-" + Integer.toHexString(body.hashCode());
        Response answer = create(user, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.asString()).doesNotContain(MARKER).doesNotContain("4111");
        if (slug != null) {
            assertThat(answer.jsonPath().getString("code")).isEqualTo(slug);
        }
        if (field != null) {
            assertThat(answer.jsonPath().getString("fields[0].field")).isEqualTo(field);
        }
        given().auth().oauth2(Tokens.of(user)).get("/v1/profile").then().statusCode(404);
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        String name = "😴".repeat(50);
        assertThat(create(
                                "limits",
                                "{\"displayName\":\"" + name
                                        + "\",\"country\":\"TW\",\"birthYear\":1900,\"locale\":\"zh-Hant-TW\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyOfTwoMebibytesIsRefused() {
        assertThat(LargeBody.announce("PUT", "/v1/profile", Tokens.of("too-large"), 2 << 20))
                .isEqualTo(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Response answer = given().auth()
                .oauth2(Tokens.of("media-type"))
                .header("If-None-Match", "*")
                .contentType(ContentType.TEXT)
                .body("{}")
                .put("/v1/profile");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unsupported-media-type");
    }

    private static Response create(String user, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                // As bytes: of a text, the client would print a pretty form, which takes it seconds for deep nesting.
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/profile");
    }

    private static Arguments bad(String body, String slug, String field) {
        return Arguments.of(body, slug, field);
    }

    private static Arguments badField(String field, String value) {
        return bad("{\"" + field + "\":" + value + "}", "invalid-field", field);
    }
}
