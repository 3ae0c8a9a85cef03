package health.lunaria.cycle.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestFiles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AttachmentBadInputTest {

    private static final int MIB = 1024 * 1024;
    private static final int LIMIT = 20 * MIB;
    private static final String USER = "careless";
    private static final byte[] PDF = SampleFiles.of(FileType.PDF, 1000);

    private static TestFiles store;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @BeforeAll
    static void startStore() {
        store = TestFiles.start();
    }

    /** Whatever was wrong: nothing is left of it. */
    @AfterEach
    void nothingIsLeft() {
        waitUntil(() -> data.number("select count(*) from stored_file where state <> 'stored'") == 0);
        assertThat(store.unfinished()).isEmpty();
        assertThat(data.number("select count(*) from stored_file")
                        - store.names().size())
                .isZero();
        AttachmentApi.search(USER, "2026-03-01", "2026-03-31").then().body("attachments.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"image/png", "image/svg+xml", "text/html", "application/octet-stream", "application/json", "image/jpg"})
    void aTypeThatIsNotAllowedOrNotTheContentsIsRefused(String type) {
        AttachmentApi.post(USER, "2026-03-01", type, PDF)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("file-type-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>", "%PD", "\n%PDF-1.7", "%PDFftypheic"})
    void aBeginningThatIsAnotherIsRefused(String beginning) {
        byte[] content = beginning.getBytes(StandardCharsets.ISO_8859_1);
        AttachmentApi.post(USER, "2026-03-01", "application/pdf", content)
                .then()
                .statusCode(415)
                .body("code", equalTo("file-type-not-allowed"));
    }

    @Test
    void anEmptyFileIsRefused() {
        AttachmentApi.post(USER, "2026-03-01", "application/pdf", new byte[0])
                .then()
                .statusCode(400)
                .body("code", equalTo("empty-file"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-3-1, wrong-type",
        "2026-02-30, wrong-type",
        "today, wrong-type",
        "2026-03-01T00:00:00Z, wrong-type",
        "1899-12-31, date-out-of-range",
        "' ', missing"
    })
    void aDateThatIsNoneIsRefused(String date, String reason) {
        AttachmentApi.post(USER, date, "application/pdf", PDF)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("fields[0].field", equalTo("Lunaria-Date"))
                .body("fields[0].reason", equalTo(reason));
    }

    @Test
    void aMissingOrFutureDateIsRefused() {
        AttachmentApi.post(USER, null, "application/pdf", PDF)
                .then()
                .statusCode(400)
                .body("fields[0].reason", equalTo("missing"));
        String future = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        AttachmentApi.post(USER, future, "application/pdf", PDF)
                .then()
                .statusCode(400)
                .body("fields[0].reason", equalTo("date-out-of-range"));
    }

    @Test
    void oneByteMoreThanTheLimitIsRefusedBeforeItIsSent() throws IOException {
        try (RawUpload upload = new RawUpload()) {
            upload.head(
                    "POST",
                    "/v1/cycle/attachments",
                    USER,
                    "Content-Length: " + (LIMIT + 1),
                    "Content-Type: application/pdf",
                    "Lunaria-Date: 2026-03-01");
            assertThat(upload.statusLine()).startsWith("HTTP/1.1 413 ");
            assertThat(new String(upload.readToEnd(), StandardCharsets.UTF_8))
                    .contains("application/problem+json", "body-too-large");
        }
    }

    @Test
    void oneByteMoreThanTheLimitIsRefusedInChunksToo() throws IOException {
        try (RawUpload upload = chunked("/v1/cycle/attachments", "application/pdf")) {
            byte[] content = SampleFiles.of(FileType.PDF, LIMIT + 1);
            for (int from = 0; from < content.length; from += MIB) {
                upload.chunk(Arrays.copyOfRange(content, from, Math.min(from + MIB, content.length)));
            }
            upload.lastChunk();
            assertThat(upload.statusLine()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyInChunksThatIsNotTooLargeIsStored() throws IOException {
        try (RawUpload upload = new RawUpload()) {
            upload.head(
                    "POST",
                    "/v1/cycle/attachments",
                    "chunks",
                    "Transfer-Encoding: chunked",
                    "Content-Type: application/pdf",
                    "Lunaria-Date: 2026-03-01");
            upload.chunk(PDF).chunk(new byte[MIB]).lastChunk();
            assertThat(upload.statusLine()).startsWith("HTTP/1.1 201 ");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientThatGoesAwayInTheMiddleLeavesNothing(boolean chunked) throws IOException {
        long before = data.number("select count(*) from attachment");
        try (RawUpload upload = chunked
                ? chunked("/v1/cycle/attachments", "application/pdf")
                : new RawUpload()
                        .head(
                                "POST",
                                "/v1/cycle/attachments",
                                USER,
                                "Content-Length: " + 10 * MIB,
                                "Content-Type: application/pdf",
                                "Lunaria-Date: 2026-03-01")) {
            byte[] content = SampleFiles.of(FileType.PDF, 6 * MIB);
            if (chunked) {
                upload.chunk(content);
            } else {
                upload.send(content);
            }
            waitUntil(() -> store.unfinished().size() == 1);
        }
        waitUntil(() -> store.unfinished().isEmpty());
        assertThat(data.number("select count(*) from attachment")).isEqualTo(before);
        // What is left of it is the row, for the clean-up in an hour.
        data.change("update stored_file set created_at = now() - interval '2 hours' where state = 'uploading'");
    }

    /** Only the paths of files take large bodies; JSON is small wherever it goes, announced or in chunks. */
    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/cycle/days",
        "POST, /v1/cycle/days/search",
        "POST, /v1/cycle/attachments/search",
        "PUT, /v1/cycle/attachments"
    })
    void elsewhereABodyHasAtMostAMebibyte(String method, String path) throws IOException {
        byte[] json = ("{\"days\":[" + " ".repeat(2 * MIB) + "]}").getBytes(StandardCharsets.ISO_8859_1);
        try (RawUpload announced = new RawUpload()) {
            announced.head(method, path, USER, "Content-Length: " + json.length, "Content-Type: application/json");
            assertThat(announced.statusLine()).startsWith("HTTP/1.1 413 ");
            assertThat(new String(announced.readToEnd(), StandardCharsets.UTF_8))
                    .contains("body-too-large");
        }
        if (!path.equals("/v1/cycle/attachments")) {
            try (RawUpload upload = new RawUpload()) {
                upload.head(method, path, USER, "Transfer-Encoding: chunked", "Content-Type: application/json");
                upload.chunk(json).lastChunk();
                assertThat(upload.statusLine()).startsWith("HTTP/1.1 413 ");
            }
        }
    }

    private static RawUpload chunked(String path, String type) throws IOException {
        return new RawUpload()
                .head(
                        "POST",
                        path,
                        USER,
                        "Transfer-Encoding: chunked",
                        "Content-Type: " + type,
                        "Lunaria-Date: 2026-03-01");
    }

    private static void waitUntil(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come to pass");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
