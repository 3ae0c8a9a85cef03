package health.lunaria.profile.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ProfileResourceTest {

    private static final String FULL = """
            {"displayName":"Ada Müller","email":"ada@example.org","country":"BR","birthYear":1994,"locale":"pt-BR",\
            "timeZone":"America/Sao_Paulo","preferences":{"units":"metric","firstDayOfWeek":"sunday",\
            "notifications":["period","access"],"appLock":true}}""";
    private static final String SHORT = "{\"country\":\"DE\",\"birthYear\":1990}";

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void whatIsWrittenIsReadAgain() {
        create("writer", FULL).statusCode(200).header("ETag", "\"1\"");

        read("writer")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("displayName", equalTo("Ada Müller"))
                .body("email", equalTo("ada@example.org"))
                .body("birthYear", equalTo(1994))
                .body("locale", equalTo("pt-BR"))
                .body("timeZone", equalTo("America/Sao_Paulo"))
                .body("country", equalTo("BR"))
                .body("goal", nullValue())
                .body("preferences.units", equalTo("metric"))
                .body("preferences.firstDayOfWeek", equalTo("sunday"))
                .body("preferences.notifications", hasItems("period", "access"))
                .body("preferences.appLock", equalTo(true));
    }

    @Test
    void whatIsLeftOutIsForgotten() {
        create("forgetful", FULL).statusCode(200);
        replace("forgetful", "\"1\"", "{\"country\":\"DE\",\"birthYear\":1990,\"locale\":\"de\"}")
                .statusCode(200)
                .header("ETag", "\"2\"");

        read("forgetful").body("locale", equalTo("de")).body("email", nullValue());
    }

    @Test
    void aWriterWhoDoesNotSayWhatSheReplacesIsRefused() {
        given().auth()
                .oauth2(Tokens.of("careless"))
                .contentType(ContentType.JSON)
                .body(FULL)
                .put("/v1/profile")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-missing"));
        read("careless").statusCode(404);
    }

    @Test
    void aProfileIsCreatedOnce() {
        create("once", FULL).statusCode(200);
        create("once", SHORT).statusCode(412).body("code", equalTo("stale"));

        read("once").body("email", equalTo("ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"2\"", "\"99999999999999999999\"", "1", "W/\"1\"", "*", "\"1\", \"2\"", "x"})
    void aStaleOrStrangeTagIsRefused(String tag) {
        String user = "stale-" + Integer.toHexString(tag.hashCode());
        create(user, FULL).statusCode(200);

        replace(user, tag, SHORT).statusCode(412).body("code", equalTo("stale"));
        read(user).header("ETag", "\"1\"");
    }

    @Test
    void ofWritersAtOnceOneSucceeds() throws Exception {
        create("contended", FULL).statusCode(200);

        assertThat(atOnce(i -> replace("contended", "\"1\"", "{\"country\":\"DE\",\"birthYear\":" + (1990 + i) + "}")))
                .containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412, 412, 412);
        read("contended").header("ETag", "\"2\"");
    }

    @Test
    void ofCreatorsAtOnceOneSucceeds() throws Exception {
        assertThat(atOnce(i -> create("created-at-once", "{\"country\":\"DE\",\"birthYear\":" + (1990 + i) + "}")))
                .containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412, 412, 412);
        read("created-at-once").header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @CsvSource({"'\"1\"',*", "'\"1\"','\"1\"'"})
    void whoSaysBothIsNotUnderstood(String ifMatch, String ifNoneMatch) {
        create("undecided", FULL);
        given().auth()
                .oauth2(Tokens.of("undecided"))
                .header("If-Match", ifMatch)
                .header("If-None-Match", ifNoneMatch)
                .contentType(ContentType.JSON)
                .body(SHORT)
                .put("/v1/profile")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        read("undecided").header("ETag", "\"1\"");
    }

    @Test
    void aTagInIfNoneMatchIsNotUnderstood() {
        write("tag-to-create", "If-None-Match", "\"1\"", FULL).statusCode(400).body("code", equalTo("invalid-request"));
        read("tag-to-create").statusCode(404);
    }

    @Test
    void whatIsNotThereCannotBeReplaced() {
        replace("not-there", "\"1\"", FULL).statusCode(412).body("code", equalTo("stale"));
        read("not-there").statusCode(404);
    }

    @Test
    void anOldTagIsStale() {
        create("two-devices", FULL).statusCode(200);
        replace("two-devices", "\"1\"", "{\"country\":\"DE\",\"birthYear\":1990,\"locale\":\"de\"}")
                .statusCode(200);
        replace("two-devices", "\"1\"", "{\"country\":\"DE\",\"birthYear\":1990,\"locale\":\"fr\"}")
                .statusCode(412);

        read("two-devices").header("ETag", "\"2\"").body("locale", equalTo("de"));
    }

    @Test
    void nobodySeesAnothersProfile() {
        create("first-user", FULL).statusCode(200);

        read("second-user").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void everyAccessLeavesAnAuditEventAndARefusedOneNone() {
        long before = outbox();
        create("audited", FULL).statusCode(200);
        read("audited").statusCode(200);
        assertThat(outbox() - before).isEqualTo(2);

        create("audited", FULL).statusCode(412);
        replace("audited", "\"7\"", FULL).statusCode(412);
        replace("audited", "\"1\"", "{\"goal\":1}").statusCode(400);
        assertThat(outbox() - before).isEqualTo(2);
    }

    @Test
    void nothingReadableIsStored() {
        create("sealed", FULL).statusCode(200);
        byte[] stored = data.bytes("select string_agg(sealed, ''::bytea) from profile");

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("ada@example.org");
    }

    @Test
    void aProfileUnderAnotherVersionDoesNotOpen() {
        create("tampered", FULL).statusCode(200);
        data.change(
                "update profile set version = 2 where xmin::text::bigint = (select max(xmin::text::bigint) from profile)");

        read("tampered").statusCode(500).body("code", equalTo("internal-error"));
    }

    /** @return the statuses of 8 requests */
    private static List<Integer> atOnce(IntFunction<ValidatableResponse> request) throws Exception {
        var writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> writes = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> request.apply(i).extract().statusCode())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> write : writers.invokeAll(writes)) {
                statuses.add(write.get());
            }
            return statuses;
        } finally {
            writers.shutdown();
        }
    }

    private long outbox() {
        return data.number("select count(*) from outbox");
    }

    private static ValidatableResponse create(String user, String body) {
        return write(user, "If-None-Match", "*", body);
    }

    private static ValidatableResponse replace(String user, String tag, String body) {
        return write(user, "If-Match", tag, body);
    }

    private static ValidatableResponse write(String user, String header, String value, String body) {
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
