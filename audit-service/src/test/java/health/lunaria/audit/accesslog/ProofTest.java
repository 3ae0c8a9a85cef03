package health.lunaria.audit.accesslog;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.audit.PublishedLog;
import health.lunaria.audit.PublishedLog.Note;
import health.lunaria.audit.log.ReferenceTree;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user gets to prove that an entry of her access log stands in the public log. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ProofTest {

    @Test
    void provesAnEntryToWhoeverKnowsTheLogsKey() throws Exception {
        long index = reported("proves");

        String[] lines =
                proof("proves", index).statusCode(200).extract().asString().split("\n");

        assertThat(lines[0]).isEqualTo("c2sp.org/tlog-proof@v1");
        JsonNode opening = opening(lines[1]);
        assertThat(lines[2]).isEqualTo("index " + index);
        int end = Arrays.asList(lines).indexOf("");
        String note = String.join("\n", Arrays.copyOfRange(lines, end + 1, lines.length)) + "\n";
        Note checkpoint =
                Note.verified(note, PublishedLog.get("key").extract().asString().strip());
        List<byte[]> path =
                Arrays.stream(lines, 3, end).map(Base64.getDecoder()::decode).toList();
        assertThat(ReferenceTree.isIncluded(leafHash(opening), index, checkpoint.size(), path, checkpoint.root()))
                .isTrue();
        JsonNode event = new ObjectMapper().readTree(opening.path("event").textValue());
        assertThat(event.path("action").textValue()).isEqualTo("cycle.days.read");
        assertThat(event.path("subject").textValue()).isEqualTo("proves");
    }

    @Test
    void nobodyElseGetsIt() {
        long index = reported("owner");

        proof("another", index).statusCode(404).body("code", equalTo("not-found"));
        given().get("/v1/audit/access-log/" + index + "/proof").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("owner", "auditor"))
                .get("/v1/audit/access-log/" + index + "/proof")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "-1", "00", "01", "1.0", "0x1", "9999999999999999999", "a", "%20"})
    void thereIsNothingAtAnotherPlace(String index) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("elsewhere"))
                .get("/v1/audit/access-log/" + index + "/proof")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsNotPublishedYetSaysSo() throws Exception {
        reported("waits");
        try (Connection publishing = TestDatabases.start().data().getConnection()) {
            publishing.setAutoCommit(false);
            publishing.createStatement().execute("select * from log_publication for update");
            report(event(newId(), "waits", "cycle.days.write")).statusCode(204);
            long index = newest("waits");

            proof("waits", index).statusCode(409).body("code", equalTo("not-published-yet"));
            publishing.rollback();
            PublishedLog.awaitLeaf(index);
            proof("waits", index).statusCode(200);
        }
    }

    @Test
    void cachesDoNotKeepIt() {
        proof("uncached-proof", reported("uncached-proof")).header("Cache-Control", containsString("no-store"));
    }

    private static ValidatableResponse proof(String user, long index) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/audit/access-log/" + index + "/proof")
                .then();
    }

    /** @return the place of an event that is published */
    private static long reported(String user) {
        report(event(newId(), user, "cycle.days.read")).statusCode(204);
        long index = newest(user);
        PublishedLog.awaitLeaf(index);
        return index;
    }

    private static long newest(String user) {
        return accessLog(user).statusCode(200).extract().jsonPath().getLong("entries[0].index");
    }

    private static JsonNode opening(String line) throws Exception {
        assertThat(line).startsWith("extra ");
        return new ObjectMapper().readTree(Base64.getDecoder().decode(line.substring("extra ".length())));
    }

    /** As docs/verify.md says it. */
    private static byte[] leafHash(JsonNode opening) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(opening.path("salt").binaryValue());
        byte[] commitment = digest.digest(opening.path("event").textValue().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update("lunaria-access/1\n".getBytes(StandardCharsets.US_ASCII));
        return digest.digest(commitment);
    }
}
