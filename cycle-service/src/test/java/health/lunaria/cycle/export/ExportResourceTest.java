package health.lunaria.cycle.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.lunaria.cycle.imports.TransferApi;
import health.lunaria.safeguards.testing.QueueTestResource;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.TestFiles;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(QueueTestResource.class)
class ExportResourceTest {

    private static final String DAYS = """
            {"date":"2026-01-03","flow":"medium","temperatureCelsius":36.55,"temperatureTime":"06:30","symptoms":["cramps","acne"],
             "moods":["calm"],"tags":["a|b","=1+1"],"medications":["Ibuprofen"],"note":"line one\\n'line two', \\"quoted\\""},
            {"date":"2026-01-04","flow":"light","cervicalMucus":"egg-white","ovulationTest":"positive","sleepMinutes":430},
            {"date":"2026-02-01","flow":"heavy","weightKilograms":61.5,"waterMillilitres":1500,"temperatureExcluded":true}
            """;

    private static TestFiles store;

    @BeforeAll
    static void startStore() {
        store = TestFiles.start();
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json, 2026-01-03",
        "csv, text/csv, 2026-01-03",
        "fhir, application/fhir+json, Bundle",
        "pdf, application/pdf, %PDF-"
    })
    void everyFormatIsMadeAndFetched(String format, String mediaType, String holds) {
        String user = "exports-" + format;
        TransferApi.log(user, DAYS);
        Response end = TransferApi.export(user, "{\"format\":\"" + format + "\"}");
        end.then()
                .body("state", equalTo("done"))
                .body("format", equalTo(format))
                .body("expires", notNullValue());

        Response file = TransferApi.fetch(user, end.path("id"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith(mediaType);
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"lunaria.");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.asByteArray()).hasSize((Integer) end.path("size"));
        assertThat(new String(file.asByteArray(), StandardCharsets.ISO_8859_1)).contains(holds);
    }

    @Test
    void whatIsTakenAwayAsCsvComesBackTheSame() {
        TransferApi.log("takes-away", DAYS);
        String id = TransferApi.export("takes-away", "{\"format\":\"csv\"}").path("id");
        byte[] csv = TransferApi.fetch("takes-away", id).asByteArray();

        TransferApi.importAll("brings-back", csv).then().body("state", equalTo("done"));

        assertThat(TransferApi.days("brings-back").asString())
                .isEqualTo(TransferApi.days("takes-away").asString());
    }

    @Test
    void onlyTheRangeIsTakenAway() {
        TransferApi.log("range", DAYS);
        String id = TransferApi.export("range", "{\"format\":\"csv\",\"from\":\"2026-01-04\",\"to\":\"2026-01-31\"}")
                .path("id");

        assertThat(TransferApi.fetch("range", id).asString())
                .contains("2026-01-04")
                .doesNotContain("2026-01-03")
                .doesNotContain("2026-02-01");
    }

    @Test
    void whoLoggedNothingTakesNothingAway() {
        for (String format : new String[] {"json", "csv", "fhir", "pdf"}) {
            TransferApi.export("logged-nothing", "{\"format\":\"" + format + "\"}")
                    .then()
                    .body("state", equalTo("done"));
        }
    }

    @Test
    void nobodyFetchesAnothersExport() {
        String id = TransferApi.export("export-owner", "{\"format\":\"json\"}").path("id");

        TransferApi.get("export-stranger", "/v1/cycle/exports/" + id).then().statusCode(404);
        TransferApi.fetch("export-stranger", id).then().statusCode(404);
        TransferApi.delete("export-stranger", "/v1/cycle/exports/" + id).then().statusCode(404);
        TransferApi.fetch("export-owner", id).then().statusCode(200);
    }

    @Test
    void aDeletedExportIsGoneFromTheStoreToo() {
        TransferApi.log("deletes-export", DAYS);
        int before = store.names().size();
        String id =
                TransferApi.export("deletes-export", "{\"format\":\"json\"}").path("id");
        assertThat(store.names()).hasSize(before + 1);

        TransferApi.delete("deletes-export", "/v1/cycle/exports/" + id).then().statusCode(204);

        TransferApi.fetch("deletes-export", id).then().statusCode(404);
        assertThat(store.names()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|format",
                "{\"format\":\"xls\"}|format",
                "{\"format\":\"pdf\",\"language\":\"german\"}|language",
                "{\"format\":\"pdf\",\"from\":\"2026-02-01\",\"to\":\"2026-01-01\"}|to",
                "{\"format\":\"pdf\",\"from\":\"1200-02-01\",\"to\":\"2026-01-01\"}|to",
                "{\"format\":\"pdf\",\"from\":\"yesterday\"}|from"
            })
    void badInputNamesTheField(String body, String field) {
        given().auth()
                .oauth2(Tokens.of("bad-export"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/cycle/exports")
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo(field));
    }
}
