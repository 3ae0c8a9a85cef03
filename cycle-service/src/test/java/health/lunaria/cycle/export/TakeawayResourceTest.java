package health.lunaria.cycle.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.cycle.consent.FakeProfileService;
import health.lunaria.cycle.imports.TransferApi;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.takeaway.ZipParts;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestFiles;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service's part of the archive of everything, as profile-service fetches it. A token plays the certificate. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class TakeawayResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAYS = """
            {"date":"2026-01-03","flow":"medium","temperatureCelsius":36.55,"symptoms":["cramps"],"tags":["=1+1"],
             "note":"<script>alert(1)</script> ../../"},
            {"date":"2026-02-01","flow":"heavy","weightKilograms":61.5}
            """;

    @BeforeAll
    static void startStore() {
        TestFiles.start();
    }

    @Test
    void thePartIsWhatWasPutInFieldByField() throws IOException {
        String user = "takes-everything";
        TransferApi.log(user, DAYS);
        put(user, "/v1/cycle/corrections", "{\"corrections\":[{\"date\":\"2026-01-03\",\"kind\":\"spotting-only\"}]}");
        put(user, "/v1/cycle/mode", "{\"phases\":[{\"mode\":\"perimenopause\",\"from\":\"2026-01-01\"}]}");
        String address =
                post(user, "/v1/cycle/calendar", "{\"detail\":\"period\"}").path("address");
        byte[] photo = photo();
        String attachment = attach(user, "2026-01-03", photo);

        Map<String, byte[]> files = part(user);

        assertThat(files.keySet())
                .containsExactly(
                        "days.json",
                        "days.csv",
                        "days.fhir.json",
                        "corrections.json",
                        "modes.json",
                        "calendar.json",
                        "attachments.json",
                        "attachments/1.png");
        assertThat(json(files, "days.json").path("days").size()).isEqualTo(2);
        assertThat(json(files, "days.json").at("/days/0/note").textValue())
                .isEqualTo("<script>alert(1)</script> ../../");
        assertThat(text(files, "days.csv")).contains("2026-02-01", "'=1+1");
        assertThat(json(files, "days.fhir.json").path("resourceType").textValue())
                .isEqualTo("Bundle");
        assertThat(json(files, "corrections.json")).isEqualTo(read(user, "/v1/cycle/corrections"));
        assertThat(json(files, "modes.json")).isEqualTo(read(user, "/v1/cycle/mode"));
        assertThat(json(files, "calendar.json").path("feeds").path(0)).isEqualTo(read(user, "/v1/cycle/calendar"));
        assertThat(text(files, "calendar.json")).doesNotContain(address.substring(address.length() - 20));
        assertThat(json(files, "attachments.json").at("/attachments/0/id").textValue())
                .isEqualTo(attachment);
        assertThat(json(files, "attachments.json").at("/attachments/0/date").textValue())
                .isEqualTo("2026-01-03");
        assertThat(json(files, "attachments.json").at("/attachments/0/file").textValue())
                .isEqualTo("attachments/1.png");
        assertThat(files.get("attachments/1.png")).isEqualTo(photo);
    }

    @Test
    void theDaysAreThoseOfTheApi() throws IOException {
        TransferApi.log("same-days", DAYS);

        assertThat(json(part("same-days"), "days.json").path("days"))
                .isEqualTo(
                        JSON.readTree(TransferApi.days("same-days").asString()).path("days"));
    }

    @Test
    void whoPutNothingInGetsAPartAsWell() throws IOException {
        Map<String, byte[]> files = part("put-nothing-in");

        assertThat(json(files, "days.json").path("days")).isEmpty();
        assertThat(json(files, "calendar.json").path("feeds")).isEmpty();
        assertThat(json(files, "attachments.json").path("attachments")).isEmpty();
    }

    @Test
    void nothingOfAnyoneElseIsInIt() throws IOException {
        TransferApi.log("part-of-alice", "{\"date\":\"2026-01-03\",\"note\":\"mArKeR-alice\"}");
        TransferApi.log("part-of-bob", "{\"date\":\"2026-01-03\",\"note\":\"mArKeR-bob\"}");
        attach("part-of-bob", "2026-01-03", photo());

        Map<String, byte[]> files = part("part-of-alice");

        assertThat(files).doesNotContainKey("attachments/1.png");
        assertThat(files.values()).noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains("bob"));
    }

    /** GDPR, Art. 15 and 18(2). */
    @Test
    void neitherConsentNorRestrictionMatters() throws IOException {
        TransferApi.log("withdrew-all", DAYS);
        FakeProfileService.refuse("withdrew-all");
        FakeProfileService.restrict("withdrew-all");

        assertThat(json(part("withdrew-all"), "days.json").path("days")).hasSize(2);
    }

    @Test
    void itIsAnAccessToDaysAndOneToAttachments() {
        Sql data = Sql.in(TestDatabases.start().data());
        long before = data.number("select sum(recorded)::bigint from outbox_total");

        ask(Roles.PEER_PROFILE, "{\"subject\":\"audited-export\"}").then().statusCode(200);

        assertThat(data.number("select sum(recorded)::bigint from outbox_total") - before)
                .isEqualTo(2);
    }

    /** A part that lacks an attachment is none: whoever reads it sees the connection end. */
    @Test
    void whileTheObjectStoreIsAwayThereIsNoPart() {
        attach("store-away", "2026-01-03", photo());

        TestFiles.start().whileAway(() -> assertThat(isWhole("store-away")).isFalse());

        assertThat(isWhole("store-away")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Roles.PEER_BILLING, Roles.PEER_AUDIT, Roles.PEER_CYCLE, Roles.USER, Roles.DPO, Roles.SUPPORT})
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

    private static boolean isWhole(String user) {
        try {
            part(user);
            return true;
        } catch (Exception brokenOff) {
            return false;
        }
    }

    private static Map<String, byte[]> part(String user) throws IOException {
        byte[] zip = ask(Roles.PEER_PROFILE, "{\"subject\":\"" + user + "\"}")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        ZipParts.check(new ByteArrayInputStream(zip), 10_000_000, 100);
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

    private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
        return JSON.readTree(files.get(name));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static JsonNode read(String user, String path) throws IOException {
        return JSON.readTree(
                TransferApi.get(user, path).then().statusCode(200).extract().asString());
    }

    private static void put(String user, String path, String body) {
        given().auth()
                .oauth2(Tokens.of(user))
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
    }

    private static Response post(String user, String path, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static String attach(String user, String date, byte[] photo) {
        return given().config(RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("image/png", ContentType.BINARY)))
                .auth()
                .oauth2(Tokens.of(user))
                .contentType("image/png")
                .header("Lunaria-Date", date)
                .body(photo)
                .post("/v1/cycle/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As a PNG begins. */
    private static byte[] photo() {
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        return Arrays.copyOf(head, 100_000);
    }
}
