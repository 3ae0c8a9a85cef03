package health.lunaria.profile.export;

import static health.lunaria.profile.export.ExportApi.ROUTE;
import static health.lunaria.profile.export.ExportApi.archive;
import static health.lunaria.profile.export.ExportApi.export;
import static health.lunaria.profile.export.ExportApi.fetch;
import static health.lunaria.profile.export.ExportApi.get;
import static health.lunaria.profile.export.ExportApi.text;
import static health.lunaria.profile.export.ExportApi.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.profile.export.FakePeers.Failure;
import health.lunaria.safeguards.testing.QueueTestResource;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestFiles;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of everything, with the other three services played. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(QueueTestResource.class)
@WithTestResource(FakePeers.class)
class ExportResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static TestFiles store;

    @BeforeAll
    static void startStore() {
        store = TestFiles.start();
    }

    @Test
    void theArchiveIsWhatWasPutInFieldByField() throws Exception {
        putIn("takes-all");

        Map<String, byte[]> files = archive("takes-all");

        equal(files, "profile/profile.json", get("takes-all", "/v1/profile"));
        assertThat(text(files.get("profile/activity.json"))).matches("\\{\"lastSeen\":\"[0-9]{4}-[0-9]{2}\"}");
        equal(files, "profile/consents.json", get("takes-all", "/v1/profile/consents"));
        equal(files, "profile/consent-history.json", get("takes-all", "/v1/profile/consents/history"));
        equal(files, "profile/restriction.json", get("takes-all", "/v1/profile/restriction"));
        equal(files, "profile/requests.json", get("takes-all", "/v1/profile/requests"));
        equal(files, "profile/receipt-key.json", get("takes-all", "/v1/profile/consents/receipts/key"));
        equal(files, "profile/privacy-choices.json", "{\"optedOutOfSale\":false,\"sensitiveDataLimited\":true}");
        for (JsonNode receipt :
                JSON.readTree(get("takes-all", "/v1/profile/consents/receipts")).path("receipts")) {
            String name = "profile/receipts/" + receipt.path("id").textValue() + ".jws";
            assertThat(text(files.get(name))).isEqualTo(receipt.path("jws").textValue());
        }
        assertThat(files.keySet().stream().filter(name -> name.endsWith(".jws")))
                .hasSize(2);
        for (String peer : FakePeers.NAMES) {
            assertThat(text(files.get(peer + "/document.json"))).isEqualTo(FakePeers.document(peer, "takes-all"));
            assertThat(files.get(peer + "/attachments/1.png")).isEqualTo(FakePeers.PHOTO);
        }
    }

    @Test
    void theManifestNamesEveryFile() throws Exception {
        Map<String, byte[]> files = archive("reads-manifest");

        JsonNode listed = JSON.readTree(files.get("manifest.json")).path("files");

        assertThat(listed.findValuesAsText("name"))
                .containsExactlyElementsOf(files.keySet().stream()
                        .filter(name -> !name.equals("manifest.json"))
                        .toList());
        for (JsonNode file : listed) {
            byte[] content = files.get(file.path("name").textValue());
            assertThat(file.path("size").asLong()).isEqualTo(content.length);
            assertThat(file.path("sha256").textValue())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
    }

    @Test
    void theFrontPageShowsEverythingAndRunsNothing() {
        putIn("reads-page");

        Map<String, byte[]> files = archive("reads-page");

        String page = text(files.get("index.html"));
        assertThat(text(files.get("README.txt"))).contains("./lunaria verify");
        assertThat(page)
                .contains(
                        "&lt;b&gt;Ada&lt;/b&gt; ../../ =1+1",
                        "mArKeR4711",
                        "alert(&#39;reads-page&#39;)",
                        "health-data")
                .doesNotContain("<script", "<b>", "http:", "https:", "src=");
    }

    @Test
    void aSecondUsersDataNeverAppears() {
        putIn("only-alice");
        putIn("only-bob");

        assertThat(archive("only-alice").values())
                .noneMatch(content -> text(content).contains("only-bob"))
                .anyMatch(content -> text(content).contains("only-alice"));
        assertThat(archive("only-bob").values())
                .noneMatch(content -> text(content).contains("only-alice"))
                .anyMatch(content -> text(content).contains("only-bob"));
    }

    @Test
    void itTellsHowFarItIsAndIsListed() {
        Response end = export("lists");

        end.then()
                .body("state", equalTo("done"))
                .body("done", equalTo(5))
                .body("total", equalTo(5))
                .body("size", notNullValue())
                .body("expires", notNullValue());
        user("lists")
                .get(ROUTE)
                .then()
                .statusCode(200)
                .body("exports", hasSize(1))
                .body("exports[0].id", equalTo(end.path("id")));
        user("lists-nothing").get(ROUTE).then().statusCode(200).body("exports", hasSize(0));
    }

    @Test
    void itIsAFileThatNoCacheKeeps() {
        Response file = fetch("no-cache", export("no-cache").path("id"));

        file.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"lunaria.zip\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", Integer.toString(file.asByteArray().length));
    }

    @Test
    void fetchingNeedsAFreshLogin() {
        String id = export("old-login").path("id");

        given().auth()
                .oauth2(Tokens.ofOldLogin("old-login"))
                .get(ROUTE + "/" + id + "/file")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"));
        given().auth()
                .oauth2(Tokens.ofOldLogin("old-login"))
                .get(ROUTE + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyElseSeesFetchesOrDeletesIt() {
        String id = export("export-owner").path("id");

        user("export-stranger").get(ROUTE + "/" + id).then().statusCode(404);
        fetch("export-stranger", id).then().statusCode(404);
        user("export-stranger").delete(ROUTE + "/" + id).then().statusCode(404);
        given().get(ROUTE + "/" + id + "/file").then().statusCode(401);
        given().post(ROUTE).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("export-owner", "dpo"))
                .get(ROUTE + "/" + id + "/file")
                .then()
                .statusCode(403);
        fetch("export-owner", id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "no-id", "1"})
    void thereIsNoOther(String id) {
        user("asks-for-none").get(ROUTE + "/" + id).then().statusCode(404);
        fetch("asks-for-none", id).then().statusCode(404);
    }

    @Test
    void itWorksWhileProcessingIsRestrictedAndNothingIsConsentedTo() {
        user("restricts")
                .body("{\"restricted\":true}")
                .put("/v1/profile/restriction")
                .then()
                .statusCode(200);

        assertThat(archive("restricts")).containsKeys("cycle/document.json", "audit/document.json");
    }

    @Test
    void anAttemptThatFailedGoesOnBehindTheLastPart() {
        FakePeers.failFor("goes-on", "audit", Failure.AWAY, 2);

        export("goes-on").then().body("state", equalTo("done"));

        assertThat(FakePeers.answersTo("goes-on", "cycle")).isEqualTo(1);
        assertThat(FakePeers.answersTo("goes-on", "billing")).isEqualTo(1);
        assertThat(FakePeers.answersTo("goes-on", "audit")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"SILENT", "GARBAGE", "CUT_OFF", "ALTERED"})
    void aPartThatIsNotWholeIsFetchedAgain(Failure failure) {
        String user = "again-" + failure;
        FakePeers.failFor(user, "cycle", failure, 1);

        assertThat(text(archive(user).get("cycle/document.json"))).isEqualTo(FakePeers.document("cycle", user));
    }

    @Test
    void thereIsNeverAnArchiveWithoutAPart() {
        FakePeers.failFor("never-whole", "billing", Failure.AWAY, 1000);

        Response end = export("never-whole");

        end.then().body("state", equalTo("failed")).body("problem", equalTo("gave-up"));
        fetch("never-whole", end.path("id")).then().statusCode(404);
        assertThat(FakePeers.answersTo("never-whole", "cycle")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"TOO_MUCH", "TOO_MUCH_UNPACKED"})
    void aPartThatIsTooLargeEndsIt(Failure failure) {
        String user = "ends-" + failure;
        FakePeers.failFor(user, "cycle", failure, 1);

        Response end = export(user);

        end.then().body("state", equalTo("failed")).body("problem", equalTo("too-large"));
        fetch(user, end.path("id")).then().statusCode(404);
    }

    @Test
    void itIsGoneWhenItsTimeIsOver() {
        String id = export("expires").path("id");
        Sql data = Sql.in(TestDatabases.start().data());
        assertThat(data.number("select count(*) from stored_file where state = 'stored' and purpose = 'export'"
                        + " and expires_at between now() + interval '6 days 23 hours' and now() + interval '7 days'"))
                .isPositive();

        data.change("update stored_file set expires_at = now() - interval '1 second' where purpose = 'export'");

        fetch("expires", id).then().statusCode(404);
    }

    @Test
    void aDeletedOneIsGoneAndItsPartsWereBefore() {
        int before = store.names().size();
        String id = export("deletes").path("id");
        assertThat(store.names()).hasSize(before + 1);

        user("deletes").delete(ROUTE + "/" + id).then().statusCode(204);

        fetch("deletes", id).then().statusCode(404);
        assertThat(store.names()).hasSize(before);
    }

    @Test
    void whatIsStoredIsSealed() {
        putIn("sealed-marker");
        export("sealed-marker");

        assertThat(store.names())
                .isNotEmpty()
                .noneMatch(
                        name -> new String(store.read(name), StandardCharsets.ISO_8859_1).contains("PK\u0003\u0004"));
    }

    private static void putIn(String user) {
        consent(user, true);
        user(user)
                .header("If-None-Match", "*")
                .body("{\"displayName\":\"<b>Ada</b> ../../ =1+1\",\"email\":\"" + user + "@example.org\","
                        + "\"country\":\"BR\",\"birthYear\":1990,\"locale\":\"pt-BR\",\"goal\":\"conceive\"}")
                .put("/v1/profile")
                .then()
                .statusCode(200);
        consent(user, false);
        user(user)
                .body("{\"optedOutOfSale\":false,\"sensitiveDataLimited\":true}")
                .put("/v1/profile/privacy-choices")
                .then()
                .statusCode(200);
        user(user)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"kind\":\"access\",\"residences\":[{\"country\":\"DE\"}],\"text\":\"mArKeR4711 of " + user
                        + "\"}")
                .post("/v1/profile/requests")
                .then()
                .statusCode(201);
    }

    private static void consent(String user, boolean granted) {
        user(user)
                .body("{\"granted\":" + granted + ",\"policyVersion\":\"2026-11\"}")
                .put("/v1/profile/consents/health-data")
                .then()
                .statusCode(200);
    }

    private static void equal(Map<String, byte[]> files, String name, String expected) throws IOException {
        assertThat(JSON.readTree(files.get(name))).as(name).isEqualTo(JSON.readTree(expected));
    }
}
