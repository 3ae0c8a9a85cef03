package health.lunaria.cycle.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestFiles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tampering behind the service's back, a store that is away, and crashes. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AttachmentFailureTest {

    private static final int MIB = 1024 * 1024;

    private static TestFiles store;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @BeforeAll
    static void startStore() {
        store = TestFiles.start();
    }

    @Test
    void anObjectOfAnotherUserDoesNotOpen() {
        String hers = attach("object-victim", 1000);
        String mine = attach("object-thief", 1000);
        store.write(mine, store.read(hers));

        broken(AttachmentApi.get("object-thief", mine));
    }

    @Test
    void anObjectOfAnotherAttachmentOfTheSameUserDoesNotOpen() {
        String first = attach("swapped", 1000);
        String second = attach("swapped", 1000);
        store.write(first, store.read(second));

        broken(AttachmentApi.get("swapped", first));
    }

    @Test
    void aTruncatedOrMissingObjectDoesNotOpen() {
        String id = attach("truncated", 100_000);
        byte[] sealed = store.read(id);
        store.write(id, Arrays.copyOf(sealed, sealed.length - 1));
        broken(AttachmentApi.get("truncated", id));

        store.client()
                .deleteObject(request -> request.bucket(TestFiles.BUCKET).key(id))
                .join();
        broken(AttachmentApi.get("truncated", id));
    }

    @Test
    void aRowMovedToAnotherUserDoesNotOpen() {
        String hers = attach("row-victim", 1000);
        String mine = attach("row-thief", 1000);
        data.change(
                "update attachment set subject_ref = (select subject_ref from attachment where id = ?) where id = ?",
                mine,
                hers);

        broken(AttachmentApi.get("row-thief", hers));
    }

    /** The answer has begun by then: it must break, not end. */
    @Test
    void damageInTheMiddleBreaksTheAnswerOff() throws IOException {
        String id = attach("damaged", 9 * MIB);
        byte[] sealed = store.read(id);
        sealed[sealed.length - 100] ^= 1;
        store.write(id, sealed);

        byte[] answer = rawGet("damaged", id);

        String head = new String(answer, 0, 500, StandardCharsets.ISO_8859_1);
        assertThat(head).startsWith("HTTP/1.1 200 ").containsIgnoringCase("content-length: " + 9 * MIB);
        assertThat(answer.length).isGreaterThan(MIB).isLessThan(9 * MIB);
    }

    @Test
    void aFileThatIsWholeEndsWhole() throws IOException {
        String id = attach("whole", 9 * MIB);

        assertThat(rawGet("whole", id).length).isGreaterThan(9 * MIB);
    }

    @Test
    void clientsThatGoAwayInTheMiddleOfDownloadsTakeNoTurnAway() throws IOException {
        String id = attach("leaves", 15 * MIB);
        for (int i = 0; i < 12; i++) {
            try (RawUpload client = new RawUpload()) {
                client.head("GET", "/v1/cycle/attachments/" + id, "leaves");
                assertThat(client.statusLine()).startsWith("HTTP/1.1 200 ");
            }
        }
        AttachmentApi.get("leaves", id).then().statusCode(200);
    }

    @Test
    void whileTheStoreIsAwayUploadsAndDownloadsAreToldToWaitAndDeletesSucceed() {
        String kept = attach("unlucky", 1000);
        String deleted = attach("unlucky", 1000);

        store.whileAway(() -> {
            away(AttachmentApi.post("unlucky", "2026-03-01", "application/pdf", SampleFiles.of(FileType.PDF, 1000)));
            away(AttachmentApi.get("unlucky", kept));
            AttachmentApi.delete("unlucky", deleted).then().statusCode(204);
            AttachmentApi.get("unlucky", deleted).then().statusCode(404);
            AttachmentApi.search("unlucky", "2026-03-01", "2026-03-01")
                    .then()
                    .statusCode(200)
                    .body("attachments.size()", equalTo(1));
        });

        AttachmentApi.get("unlucky", kept).then().statusCode(200);
        waitUntil(() -> !store.names().contains(deleted));
        waitUntil(() -> rows("deleted") + rows("uploading") == 0);
    }

    /** As a service leaves it that was killed in the middle of an upload: a row, an object or parts of it. */
    @Test
    void theCleanUpDeletesWhatWasNeverFinishedAndNothingElse() {
        String kept = attach("survives", 1000);
        String abandoned = "AAAAAAAAAAAAAAAAAAAAAA";
        String recent = "BBBBBBBBBBBBBBBBBBBBBA";
        String expired = "CCCCCCCCCCCCCCCCCCCCCA";
        String later = "DDDDDDDDDDDDDDDDDDDDDA";
        for (String id : new String[] {abandoned, recent, expired, later}) {
            store.write(id, new byte[10]);
        }
        store.client()
                .createMultipartUpload(
                        request -> request.bucket(TestFiles.BUCKET).key(abandoned))
                .join();
        insert(abandoned, "uploading", "now() - interval '61 minutes'", "null");
        insert(recent, "uploading", "now() - interval '59 minutes'", "null");
        insert(expired, "stored", "now() - interval '2 days'", "now() - interval '1 second'");
        insert(later, "stored", "now() - interval '2 days'", "now() + interval '1 day'");

        waitUntil(() -> data.number("select count(*) from stored_file where id in (?, ?)", abandoned, expired) == 0);

        assertThat(store.names()).contains(kept, recent, later).doesNotContain(abandoned, expired);
        assertThat(store.unfinished()).doesNotContain(abandoned);
        assertThat(data.number("select count(*) from stored_file where id in (?, ?, ?)", kept, recent, later))
                .isEqualTo(3);
        AttachmentApi.get("survives", kept).then().statusCode(200);
        data.change("update stored_file set state = 'deleted' where id in (?, ?)", recent, later);
        waitUntil(() -> !store.names().contains(recent) && !store.names().contains(later));
    }

    /** The upload was given up before it was finished: it must not be finished afterwards. */
    @Test
    void anUploadThatWasGivenUpIsNotFinished() throws IOException {
        byte[] content = SampleFiles.of(FileType.PDF, 2 * MIB);
        String id;
        try (RawUpload upload = new RawUpload()) {
            upload.head(
                    "POST",
                    "/v1/cycle/attachments",
                    "slow",
                    "Content-Length: " + content.length,
                    "Content-Type: application/pdf",
                    "Lunaria-Date: 2026-03-01");
            upload.send(Arrays.copyOf(content, MIB));
            waitUntil(() -> rows("uploading") == 1);
            id = new String(
                    data.bytes("select convert_to(id, 'UTF8') from stored_file where state = 'uploading'"),
                    StandardCharsets.US_ASCII);
            data.change("update stored_file set created_at = now() - interval '2 hours' where state = 'uploading'");
            waitUntil(() -> rows("uploading") == 0);
            upload.send(Arrays.copyOfRange(content, MIB, content.length));
            assertThat(upload.statusLine()).startsWith("HTTP/1.1 503 ");
        }
        AttachmentApi.search("slow", "2026-03-01", "2026-03-01").then().body("attachments.size()", equalTo(0));
        assertThat(store.names()).doesNotContain(id);
        assertThat(data.number("select count(*) from stored_file where id = ?", id))
                .isZero();
    }

    private void insert(String id, String state, String created, String expires) {
        data.change(
                "insert into stored_file (id, subject_ref, purpose, state, created_at, expires_at, sealed)"
                        + " values (?, ?, 'attachment', ?, " + created + ", " + expires + ", '')",
                id,
                new byte[32],
                state);
    }

    private long rows(String state) {
        return data.number("select count(*) from stored_file where state = ?", state);
    }

    private static String attach(String user, int length) {
        return AttachmentApi.attach(user, "2026-03-01", FileType.PDF, SampleFiles.of(FileType.PDF, length));
    }

    private static byte[] rawGet(String user, String id) throws IOException {
        try (RawUpload client = new RawUpload()) {
            client.head("GET", "/v1/cycle/attachments/" + id, user, "Connection: close");
            return client.readToEnd();
        }
    }

    private static void broken(Response answer) {
        answer.then().statusCode(500).body("code", equalTo("internal-error"));
    }

    private static void away(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("temporarily-unavailable"));
    }

    private static void waitUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come to pass");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
