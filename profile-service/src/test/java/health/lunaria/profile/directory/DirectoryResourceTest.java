package health.lunaria.profile.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class DirectoryResourceTest {

    private static final String SEARCH = "/v1/profile/directory/search";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whoGaveAnAddressIsFoundByItAndNothingOfHerIsShown() {
        write("found", "If-None-Match", "*", "found@example.org");
        String request = ask("found");

        search("found@EXAMPLE.org")
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("known", equalTo(true))
                .body("openRequests", hasSize(1))
                .body("openRequests[0]", equalTo(request))
                .body(not(containsString("found@")));
    }

    @Test
    void anAddressThatNobodyGaveIsNotKnown() {
        search("nobody@example.org")
                .statusCode(200)
                .body("known", equalTo(false))
                .body("openRequests", hasSize(0));
    }

    @Test
    void anotherAddressTakesTheFormersPlace() {
        write("directory-mover", "If-None-Match", "*", "before@example.org");
        write("directory-mover", "If-Match", "\"1\"", "after@example.org");

        search("before@example.org").body("known", equalTo(false));
        search("after@example.org").body("known", equalTo(true));
    }

    @Test
    void whoTakesHerAddressAwayIsNotFound() {
        write("directory-leaver", "If-None-Match", "*", "leaver@example.org");
        put("directory-leaver", "If-Match", "\"1\"", "{\"country\":\"DE\",\"birthYear\":1990}")
                .statusCode(200);

        search("leaver@example.org").body("known", equalTo(false));
    }

    @Test
    void whatWasRefusedIsNotFound() {
        write("refused", "If-None-Match", "*", "first@example.org");
        put("refused", "If-Match", "\"9\"", profile("second@example.org")).statusCode(412);

        search("second@example.org").body("known", equalTo(false));
        search("first@example.org").body("known", equalTo(true));
    }

    @Test
    void anAddressBelongsToNobodyAlone() {
        write("first-giver", "If-None-Match", "*", "shared@example.org");
        write("second-giver", "If-None-Match", "*", "shared@example.org");
        ask("first-giver");
        ask("second-giver");

        search("shared@example.org").body("openRequests", hasSize(2));
    }

    @Test
    void eachOfThoseFoundHasItInHerAccessLog() {
        write("logged-a", "If-None-Match", "*", "logged@example.org");
        write("logged-b", "If-None-Match", "*", "logged@example.org");
        long before = outbox();

        search("logged@example.org").statusCode(200);
        assertThat(outbox() - before).isEqualTo(2);

        search("not-logged@example.org").statusCode(200);
        assertThat(outbox() - before).isEqualTo(2);
    }

    @Test
    void equalAddressesHaveOneMacAndNoneIsReadable() {
        write("mac-a", "If-None-Match", "*", "mac@example.org");
        write("mac-b", "If-None-Match", "*", "mac@example.ORG");
        write("mac-c", "If-None-Match", "*", "other-mac@example.org");

        assertThat(
                        data.number(
                                "select count(*) from (select 1 from profile_address group by email_mac having count(*) > 1) s"))
                .isGreaterThanOrEqualTo(1);
        byte[] stored = data.bytes("select string_agg(email_mac || sealed, ''::bytea) from profile_address");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("example")
                .doesNotContain("mac-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "support", "security", "auditor"})
    void nobodyElseSearches(String role) {
        given().auth()
                .oauth2(Tokens.of("curious", role))
                .contentType(ContentType.JSON)
                .body("{\"email\":\"ada@example.org\"}")
                .post(SEARCH)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":null}",
                "{\"email\":\"\"}",
                "{\"email\":\"x\"}",
                "{\"email\":7}",
                "{\"emails\":[]}",
                "[]"
            })
    void aBadQuestionIsRefused(String body) {
        given().auth()
                .oauth2(Tokens.of("officer", "dpo"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(SEARCH)
                .then()
                .statusCode(400);
    }

    @Test
    void anAddressDoesNotStandInAUrl() {
        given().auth()
                .oauth2(Tokens.of("officer", "dpo"))
                .get(SEARCH + "?email=ada@example.org")
                .then()
                .statusCode(405);
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }

    private static ValidatableResponse search(String address) {
        return given().auth()
                .oauth2(Tokens.of("officer", "dpo"))
                .contentType(ContentType.JSON)
                .body("{\"email\":\"" + address + "\"}")
                .post(SEARCH)
                .then();
    }

    /** @return the id of an open request */
    private static String ask(String user) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .header("Idempotency-Key", "directory-test-" + user)
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"access\",\"residences\":[{\"country\":\"DE\"}]}")
                .post("/v1/profile/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void write(String user, String header, String value, String address) {
        put(user, header, value, profile(address)).statusCode(200);
    }

    private static String profile(String address) {
        return "{\"country\":\"DE\",\"birthYear\":1990,\"email\":\"" + address + "\"}";
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
}
