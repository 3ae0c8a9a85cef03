package health.lunaria.cycle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import health.lunaria.cycle.consent.FakeProfileService;
import health.lunaria.safeguards.testing.QueueTestResource;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.TestFiles;
import health.lunaria.safeguards.testing.TestQueue;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(QueueTestResource.class)
class ImportResourceTest {

    private static final String THREE_DAYS = """
            date,flow,symptoms,note
            2026-01-03,medium,cramps|headache,
            2026-01-04,light,,"one, two"
            2026-01-05,,fatigue,
            """;

    private static TestFiles store;

    @BeforeAll
    static void startStore() {
        store = TestFiles.start();
    }

    @Test
    void whatTheFileHoldsIsLoggedAndReported() {
        Response end = TransferApi.importAll("imports", bytes(THREE_DAYS));

        end.then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("done", equalTo(3))
                .body("total", equalTo(3))
                .body("problem", nullValue())
                .body("report.format", equalTo("lunaria-csv"))
                .body("report.fields.added", equalTo(5))
                .body("report.fields.kept", equalTo(0));
        TransferApi.days("imports")
                .then()
                .body("days.date", contains("2026-01-03", "2026-01-04", "2026-01-05"))
                .body("days[0].symptoms", contains("cramps", "headache"))
                .body("days[1].note", equalTo("one, two"));
    }

    @Test
    void theFileIsGoneWhenItIsImported() {
        int before = store.names().size();
        TransferApi.importAll("discards", bytes(THREE_DAYS));

        await().atMost(Duration.ofSeconds(10)).until(() -> store.names().size() == before);
    }

    @Test
    void importingTwiceAddsNothing() {
        TransferApi.importAll("imports-twice", bytes(THREE_DAYS));
        String once = TransferApi.days("imports-twice").asString();

        TransferApi.importAll("imports-twice", bytes(THREE_DAYS))
                .then()
                .body("report.fields.added", equalTo(0))
                .body("report.fields.alreadyThere", equalTo(5));
        assertThat(TransferApi.days("imports-twice").asString()).isEqualTo(once);
    }

    @Test
    void whatIsLoggedIsNotOverwritten() {
        TransferApi.log(
                "has-days",
                "{\"date\":\"2026-01-03\",\"flow\":\"heavy\",\"symptoms\":[\"acne\"]},{\"date\":\"2026-01-04\",\"note\":\"mine\"}");

        TransferApi.importAll("has-days", bytes(THREE_DAYS)).then().body("report.fields.kept", equalTo(1));
        TransferApi.days("has-days")
                .then()
                .body("days[0].flow", equalTo("heavy"))
                .body("days[0].symptoms", containsInAnyOrder("acne", "cramps", "headache"))
                .body("days[1].flow", equalTo("light"))
                .body("days[1].note", equalTo("mine\n\none, two"));
    }

    @Test
    void aBrokenFileChangesNothingAndTellsTheLine() {
        String broken = "date,flow,note\n2026-01-03,medium,\n2026-01-04,light,\"never closed\n";

        TransferApi.importAll("broken", bytes(broken))
                .then()
                .body("state", equalTo("failed"))
                .body("report.brokenLine", equalTo(3))
                .body("report.fields", nullValue());
        TransferApi.days("broken").then().body("days", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{}", "PK", "\u0000\u0001"})
    void aFileOfNoKnownFormatIsRefusedForGood(String content) {
        TransferApi.importAll("unknown", bytes(content))
                .then()
                .body("state", equalTo("failed"))
                .body("problem", equalTo("unknown-format"));
    }

    @Test
    void anEmptyFileIsRefusedAtOnce() {
        TransferApi.upload("empty", new byte[0]).then().statusCode(400).body("code", equalTo("empty-file"));
    }

    @Test
    void anImportEndsWhenSheRestrictsTheProcessingMeanwhile() {
        int before = store.names().size();
        FakeProfileService.restrictAfterNextQuestion("restricts-import");

        TransferApi.importAll("restricts-import", bytes(THREE_DAYS))
                .then()
                .body("state", equalTo("failed"))
                .body("problem", equalTo("processing-restricted"));
        TransferApi.days("restricts-import").then().body("days", empty());
        await().atMost(Duration.ofSeconds(10)).until(() -> store.names().size() == before);
    }

    @Test
    void manyDaysAreImportedInBatches() {
        String many = "date,sleepMinutes\n"
                + IntStream.range(0, 700)
                        .mapToObj(i -> LocalDate.of(2022, 1, 1).plusDays(i) + ",420")
                        .collect(Collectors.joining("\n"));
        TransferApi.importAll("many-days", bytes(many)).then().body("done", equalTo(700));

        TransferApi.days("many-days").then().body("days", hasSize(700));
    }

    @Test
    void nobodySeesOrStopsAnothersImport() {
        String id = TransferApi.importAll("owner", bytes(THREE_DAYS)).path("id");

        TransferApi.get("stranger", "/v1/cycle/imports/" + id).then().statusCode(404);
        TransferApi.delete("stranger", "/v1/cycle/imports/" + id).then().statusCode(404);
        TransferApi.get("owner", "/v1/cycle/imports/nonsense").then().statusCode(404);
        TransferApi.get("owner", "/v1/cycle/exports/" + id).then().statusCode(404);
    }

    @Test
    void whatWasAcceptedWhileTheQueueWasAwayIsImportedLater() {
        String[] id = new String[1];
        TestQueue.start()
                .whileAway(() -> id[0] = TransferApi.upload("queue-away", bytes(THREE_DAYS))
                        .then()
                        .statusCode(202)
                        .body("state", equalTo("waiting"))
                        .extract()
                        .path("id"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> TransferApi.get("queue-away", "/v1/cycle/imports/" + id[0])
                        .path("state")
                        .equals("done"));
        TransferApi.days("queue-away").then().body("days", hasSize(3));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
