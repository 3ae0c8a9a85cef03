package health.lunaria.audit.accesslog;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.audit.PublishedLog;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.takeaway.ZipParts;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service's part of the archive of everything. A token plays the certificate. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class TakeawayResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than are proven at once. */
    private static final int ENTRIES = 70;

    @Test
    void thePartHasEveryEntryWithTheProofThatTheApiGives() throws IOException {
        report(
                        "cycle-service",
                        IntStream.range(0, ENTRIES)
                                .mapToObj(i -> event(newId(), "takes-log", "cycle.days.read"))
                                .toList())
                .statusCode(204);
        long newest = accessLog("takes-log").extract().jsonPath().getLong("entries[0].index");
        PublishedLog.awaitLeaf(newest);

        Map<String, byte[]> files = part("takes-log");

        JsonNode document = JSON.readTree(files.get("access-log.json"));
        assertThat(document.path("olderLeftOut").booleanValue()).isFalse();
        int proven = 0;
        for (JsonNode entry : document.path("entries")) {
            if (entry.path("action").textValue().equals("cycle.days.read")) {
                byte[] proof = files.get(entry.path("file").textValue());
                assertThat(proofLines(proof))
                        .isEqualTo(proofOf("takes-log", entry.path("index").longValue()));
                proven++;
            }
        }
        assertThat(proven).isEqualTo(ENTRIES);
        assertThat(text(files.get("log-key.txt")))
                .isEqualTo(PublishedLog.get("key").extract().asString());
    }

    @Test
    void theEntriesAreThoseOfTheApi() throws IOException {
        report(event(newId(), "same-log", "cycle.days.write")).statusCode(204);
        JsonNode expected = JSON.readTree(accessLog("same-log").extract().asString())
                .path("entries")
                .path(0);

        JsonNode entries =
                JSON.readTree(part("same-log").get("access-log.json")).path("entries");

        JsonNode oldest = entries.path(entries.size() - 1);
        for (String field : new String[] {"id", "time", "actor", "service", "action", "index"}) {
            assertThat(oldest.path(field)).as(field).isEqualTo(expected.path(field));
        }
    }

    @Test
    void nothingOfAnyoneElseIsInIt() throws IOException {
        report(event(newId(), "others-log", "cycle.days.write")).statusCode(204);
        report(event(newId(), "own-log", "cycle.days.read")).statusCode(204);

        assertThat(text(part("own-log").get("access-log.json")))
                .contains("cycle.days.read")
                .doesNotContain("cycle.days.write");
    }

    @Test
    void whoWasNeverAccessedGetsAnEmptyPart() throws IOException {
        Map<String, byte[]> files = part("never-accessed");

        assertThat(JSON.readTree(files.get("access-log.json")).path("entries")).isEmpty();
        assertThat(files).containsOnlyKeys("access-log.json", "log-key.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Roles.PEER_CYCLE, Roles.PEER_BILLING, Roles.PEER_AUDIT, Roles.USER, Roles.DPO, Roles.AUDITOR})
    void nobodyElseHasBusinessHere(String role) {
        ask(role, "{\"subject\":\"somebody\"}").then().statusCode(403);
    }

    @Test
    void nobodyUnknownHasBusinessHere() {
        given().contentType(ContentType.JSON)
                .body("{\"subject\":\"somebody\"}")
                .post("/internal/export")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"subject\":\" \"}", "{\"subject\":\"a\",\"mArKeR7391\":1}"})
    void aQuestionThatIsNoneIsRefusedAndNotRepeated(String body) {
        ask(Roles.PEER_PROFILE, body).then().statusCode(400).body(not(containsString("mArKeR7391")));
    }

    /** What does not depend on how far the log has grown: the salt, the entry and its place. */
    private static String proofLines(byte[] proof) {
        String[] lines = text(proof).split("\n");
        assertThat(lines[0]).isEqualTo("c2sp.org/tlog-proof@v1");
        return lines[1] + "\n" + lines[2];
    }

    private static String proofOf(String user, long index) {
        return proofLines(given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/audit/access-log/" + index + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> part(String user) throws IOException {
        byte[] zip = ask(Roles.PEER_PROFILE, "{\"subject\":\"" + user + "\"}")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        ZipParts.check(new ByteArrayInputStream(zip), 10_000_000, 1_000);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipParts parts = new ZipParts(new ByteArrayInputStream(zip))) {
            for (Optional<ZipParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                files.put(part.get().name(), part.get().content().readAllBytes());
            }
        }
        return files;
    }

    private static Response ask(String role, String body) {
        return given().auth()
                .oauth2(Tokens.of("a-peer", role))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/export");
    }
}
