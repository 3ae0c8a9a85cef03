package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class DeviceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int STORED = 50;

    private final Random random = new Random(1);
    private final Device device = new Device(TODAY, STORED);

    @Test
    void atFirstItReadsEverything() throws IOException {
        assertThat(sent()).isEqualTo(JSON.createObjectNode());
    }

    @Test
    void thenItSendsThirtyDaysOnTheRevisionThatItKnows() throws IOException {
        device.answered(answer("first", STORED, 7));

        JsonNode request = sent();

        assertThat(request.path("since").asText()).isEqualTo("first");
        assertThat(request.path("changes")).hasSize(30).allSatisfy(change -> {
            assertThat(change.path("baseRevision").asLong()).isEqualTo(7);
            assertThat(change.path("day")).hasSize(3);
        });
        assertThat(request.path("changes").findValuesAsText("date"))
                .doesNotHaveDuplicates()
                .contains("2026-11-24", "2026-10-26");
    }

    @Test
    void everyDayIsAnotherOneEachTime() throws IOException {
        device.answered(answer("first", STORED, 7));
        JsonNode before = sent();
        device.answered(answer("second", 30, 8));
        JsonNode after = sent();

        assertThat(after.path("since").asText()).isEqualTo("second");
        for (int i = 0; i < 30; i++) {
            assertThat(after.path("changes").path(i).path("baseRevision").asLong())
                    .isEqualTo(8);
            assertThat(after.path("changes").path(i).path("day").path("sleepMinutes"))
                    .isNotEqualTo(before.path("changes").path(i).path("day").path("sleepMinutes"));
        }
    }

    @Test
    void aFirstReadThatFindsLessThanEverythingEndsTheRun() {
        assertThatThrownBy(() -> device.answered(answer("first", STORED - 1, 7)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("50");
    }

    @Test
    void aSyncThatChangedLessThanAllItsDaysEndsTheRun() {
        device.answered(answer("first", STORED, 7));

        assertThatThrownBy(() -> device.answered(answer("second", 29, 8))).isInstanceOf(LauncherException.class);
    }

    @Test
    void aConflictEndsTheRun() throws IOException {
        device.answered(answer("first", STORED, 7));
        ObjectNode answer = (ObjectNode) JSON.readTree(answer("second", 30, 8));
        answer.putArray("conflicts").addObject().put("field", "flow");

        assertThatThrownBy(() -> device.answered(bytes(answer))).isInstanceOf(LauncherException.class);
    }

    @Test
    void anAnswerInSeveralPagesEndsTheRun() throws IOException {
        ObjectNode answer = (ObjectNode) JSON.readTree(answer("first", STORED, 7));
        answer.put("hasMore", true);

        assertThatThrownBy(() -> device.answered(bytes(answer))).isInstanceOf(LauncherException.class);
    }

    @Test
    void anAnswerThatIsNoJsonOrHasNoTokenEndsTheRun() throws IOException {
        ObjectNode answer = (ObjectNode) JSON.readTree(answer("first", STORED, 7));
        answer.remove("token");

        assertThatThrownBy(() -> device.answered(bytes(answer))).isInstanceOf(LauncherException.class);
        assertThatThrownBy(() -> device.answered("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LauncherException.class);
        assertThatCode(() -> device.answered(answer("first", STORED, 7))).doesNotThrowAnyException();
    }

    private static byte[] answer(String token, int days, long revision) {
        ObjectNode answer = JSON.createObjectNode().put("token", token).put("hasMore", false);
        for (int i = 0; i < days; i++) {
            answer.withArray("changes")
                    .addObject()
                    .put("date", TODAY.minusDays(i).toString())
                    .put("revision", revision - i);
        }
        answer.putArray("conflicts");
        return bytes(answer);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode sent() throws IOException {
        HttpRequest request = device.request("https://localhost", random).build();
        assertThat(request.uri().getPath()).isEqualTo("/v1/cycle/sync");
        Body body = new Body();
        request.bodyPublisher().orElseThrow().subscribe(body);
        return JSON.readTree(body.text.join());
    }

    /** Collects what a request would send. */
    private static final class Body implements Flow.Subscriber<ByteBuffer> {

        private final StringBuilder collected = new StringBuilder();
        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            collected.append(StandardCharsets.UTF_8.decode(bytes));
        }

        @Override
        public void onError(Throwable failed) {
            text.completeExceptionally(failed);
        }

        @Override
        public void onComplete() {
            text.complete(collected.toString());
        }
    }
}
