package health.lunaria.cycle.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestFiles;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AttachmentResourceTest {

    private static final int MIB = 1024 * 1024;

    private static TestFiles store;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @BeforeAll
    static void startStore() {
        store = TestFiles.start();
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void whatIsAttachedIsReadAgainByteForByte(FileType type) {
        byte[] content = SampleFiles.of(type, 300_000);
        String user = "attaches-" + type;
        Response attached = AttachmentApi.post(user, "2026-03-01", type.mediaType(), content);
        attached.then()
                .statusCode(201)
                .body("id", matchesPattern("[A-Za-z0-9_-]{22}"))
                .body("date", equalTo("2026-03-01"))
                .body("type", equalTo(type.mediaType()))
                .body("size", equalTo(content.length));

        Response read = AttachmentApi.get(user, attached.path("id"));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asByteArray()).isEqualTo(content);
        assertThat(read.header("Content-Type")).isEqualTo(type.mediaType());
        assertThat(read.header("Content-Length")).isEqualTo("300000");
        assertThat(read.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void attachmentsAreListedWithTheDays() {
        String id = AttachmentApi.attach("with-days", "2026-03-01", FileType.PNG, SampleFiles.of(FileType.PNG, 100));

        given().auth()
                .oauth2(Tokens.of("with-days"))
                .contentType("application/json")
                .body("{\"from\":\"2026-02-01\",\"to\":\"2026-03-31\"}")
                .post("/v1/cycle/days/search")
                .then()
                .statusCode(200)
                .body("days", empty())
                .body("attachments.id", contains(id))
                .body("attachments[0].date", equalTo("2026-03-01"));
    }

    /** Around what fits into one part and one range, and the most that is allowed. */
    @ParameterizedTest
    @ValueSource(ints = {4, 4 * MIB, 5 * MIB, 5 * MIB + 1, 20 * MIB})
    void everySizeUpToTheLimitIsKept(int size) {
        byte[] content = SampleFiles.of(FileType.JPEG, size);
        String id = AttachmentApi.attach("sizes", "2026-03-0" + (1 + size % 7), FileType.JPEG, content);

        assertThat(Arrays.equals(AttachmentApi.get("sizes", id).asByteArray(), content))
                .isTrue();
    }

    @Test
    void theStoreHoldsNothingOfTheContentAndNoExactLength() {
        byte[] content = SampleFiles.of(FileType.PNG, 50_000);
        String id = AttachmentApi.attach("hides", "2026-03-01", FileType.PNG, content);

        byte[] stored = store.read(id);

        assertThat(stored.length).isGreaterThan(content.length).isLessThan(content.length * 9 / 8);
        for (int from = 0; from + 16 <= content.length; from += 16) {
            assertThat(indexOf(stored, Arrays.copyOfRange(content, from, from + 16)))
                    .isNegative();
        }
        byte[] longer = SampleFiles.of(FileType.PNG, 50_100);
        String other = AttachmentApi.attach("hides", "2026-03-01", FileType.PNG, longer);
        assertThat(store.read(other)).hasSameSizeAs(stored);
    }

    @Test
    void aSearchGivesTheAskedDatesOnlyByDate() {
        for (String date : List.of("2026-02-28", "2026-03-31", "2026-03-01", "2026-04-01")) {
            AttachmentApi.attach("lists", date, FileType.PDF, SampleFiles.of(FileType.PDF, 100));
        }

        AttachmentApi.search("lists", "2026-03-01", "2026-03-31")
                .then()
                .statusCode(200)
                .body("attachments.date", contains("2026-03-01", "2026-03-31"))
                .body("attachments[0].type", equalTo("application/pdf"))
                .body("attachments[0].size", equalTo(100));
        AttachmentApi.search("lists-nothing", "2026-03-01", "2026-03-31").then().body("attachments", empty());
        AttachmentApi.search("lists", "2026-03-02", "2026-03-01").then().statusCode(400);
    }

    @Test
    void whatIsDeletedIsGoneFromTheListAndFromTheStore() {
        String id = AttachmentApi.attach("deletes", "2026-03-01", FileType.JPEG, SampleFiles.of(FileType.JPEG, 1000));

        AttachmentApi.delete("deletes", id).then().statusCode(204);

        assertThat(store.names()).doesNotContain(id);
        AttachmentApi.get("deletes", id).then().statusCode(404).body("code", equalTo("not-found"));
        AttachmentApi.delete("deletes", id).then().statusCode(404);
        AttachmentApi.search("deletes", "2026-03-01", "2026-03-01").then().body("attachments", empty());
        assertThat(data.number("select count(*) from stored_file where id = ?", id))
                .isZero();
    }

    @Test
    void anothersAttachmentIsNotThere() {
        String id = AttachmentApi.attach("owner", "2026-03-01", FileType.JPEG, SampleFiles.of(FileType.JPEG, 1000));

        AttachmentApi.get("stranger", id).then().statusCode(404).body("code", equalTo("not-found"));
        AttachmentApi.delete("stranger", id).then().statusCode(404);
        AttachmentApi.search("stranger", "2026-03-01", "2026-03-01").then().body("attachments", empty());
        AttachmentApi.get("owner", id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB", "..%2f", "' or 1=1"})
    void whatIsNoIdIsNotThere(String id) {
        AttachmentApi.get("guesses", id).then().statusCode(404);
        AttachmentApi.delete("guesses", id).then().statusCode(404);
    }

    @Test
    void theEleventhOfADayIsRefusedAlsoWhenTheyComeAtOnceAndLeavesNoObject() throws Exception {
        byte[] content = SampleFiles.of(FileType.PDF, 100);
        List<Integer> answers = atOnce(
                12,
                () -> AttachmentApi.post("eager", "2026-03-01", "application/pdf", content)
                        .statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(10);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(2);
        AttachmentApi.post("eager", "2026-03-01", "application/pdf", content)
                .then()
                .statusCode(409)
                .body("code", equalTo("attachments-of-day-full"));
        assertThat(data.number("select count(*) from stored_file where state = 'uploading'"))
                .isZero();
        AttachmentApi.attach("eager", "2026-03-02", FileType.PDF, content);
    }

    @Test
    void whoHasTwoThousandCannotAttachMore() {
        AttachmentApi.attach("collector", "2026-03-01", FileType.PDF, SampleFiles.of(FileType.PDF, 100));
        byte[] subject = data.bytes("select subject_ref from attachment order by xmin::text::bigint desc, id limit 1");
        data.change(
                "insert into stored_file select lpad(n::text, 21, '0') || 'A', ?, 'attachment', 'stored', now(), null, ''"
                        + " from generate_series(1, 1999) n",
                subject);
        data.change(
                "insert into attachment select lpad(n::text, 21, '0') || 'A', ?, '\\x00000000000000000000000000000000', 1, ''"
                        + " from generate_series(1, 1999) n",
                subject);

        AttachmentApi.post("collector", "2026-03-01", "application/pdf", SampleFiles.of(FileType.PDF, 100))
                .then()
                .statusCode(409)
                .body("code", equalTo("attachments-full"));
    }

    @Test
    void everyAccessLeavesOneAuditEventAndARefusedOneNone() {
        long before = data.number("select count(*) from outbox");
        String id = AttachmentApi.attach("audited", "2026-03-01", FileType.PDF, SampleFiles.of(FileType.PDF, 100));
        AttachmentApi.get("audited", id).then().statusCode(200);
        AttachmentApi.search("audited", "2026-03-01", "2026-03-01").then().statusCode(200);
        AttachmentApi.delete("audited", id).then().statusCode(204);
        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(4);

        AttachmentApi.get("audited", id).then().statusCode(404);
        AttachmentApi.post("audited", "2026-03-01", "image/png", SampleFiles.of(FileType.PDF, 100))
                .then()
                .statusCode(415);
        assertThat(data.number("select count(*) from outbox") - before).isEqualTo(4);
    }

    @Test
    void uploadsAtOnceAllArrive() throws Exception {
        byte[] content = SampleFiles.of(FileType.JPEG, 6 * MIB);
        List<String> ids = atOnce(6, () -> AttachmentApi.attach("hurried", "2026-03-03", FileType.JPEG, content));

        assertThat(ids).doesNotHaveDuplicates();
        List<Boolean> same = IntStream.range(0, 3)
                .mapToObj(i ->
                        Arrays.equals(AttachmentApi.get("hurried", ids.get(i)).asByteArray(), content))
                .toList();
        assertThat(same).containsOnly(true);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> all = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(work))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static int indexOf(byte[] text, byte[] part) {
        for (int from = 0; from + part.length <= text.length; from++) {
            if (Arrays.equals(text, from, from + part.length, part, 0, part.length)) {
                return from;
            }
        }
        return -1;
    }
}
