package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes in and goes out through gateway, object store and queue, also when a part dies on the way. */
class TransferTest {

    private static final LocalDate FIRST = LocalDate.of(1986, 1, 1);
    private static final int DAYS = 14_000;

    private final Suite suite = Suite.running();

    @AfterEach
    void bringBack() {
        suite.up();
    }

    @Test
    void aLargeFileTravelsBothWaysUnchanged() {
        Api api = suite.asConsenting("attaches");
        byte[] file = new byte[8 * 1024 * 1024];
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(file, (byte) 'x');
        System.arraycopy(head, 0, file, 0, head.length);

        JsonNode attached = api.upload(
                        "/v1/cycle/attachments", file, "Content-Type", "application/pdf", "Lunaria-Date", "2026-03-01")
                .expect(201)
                .json();

        assertThat(attached.path("size").asInt()).isEqualTo(file.length);
        assertThat(api.get("/v1/cycle/attachments/" + attached.path("id").textValue())
                        .expect(200)
                        .body())
                .isEqualTo(new String(file, StandardCharsets.US_ASCII));
    }

    @Test
    void anImportGoesOnAfterItsServiceWasKilled() {
        Api api = suite.asConsenting("imports-through-a-crash");
        String path = "/v1/cycle/imports/" + upload(api).path("id").textValue();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> api.get(path).json().path("done").asInt() > 0);

        suite.kill("cycle-service");
        suite.up();

        await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> Tasks.state(api, path).equals("done"));
        assertThat(synchronised(api)).hasSize(DAYS);
        assertThat(api.get(path).json().path("total").asInt()).isEqualTo(DAYS);
    }

    @Test
    void whatWasAcceptedIsImportedThoughTheQueueWasKilled() {
        Api api = suite.asConsenting("imports-without-a-queue");
        suite.kill("queue");
        String path = "/v1/cycle/imports/" + upload(api).path("id").textValue();
        assertThat(Tasks.state(api, path)).isEqualTo("waiting");

        suite.up();

        await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> Tasks.state(api, path).equals("done"));
    }

    @Test
    void everyAcknowledgedSyncIsThereAfterItsServiceWasKilled() throws InterruptedException {
        Api api = suite.asConsenting("syncs-through-a-crash");
        Set<LocalDate> acknowledged = new ConcurrentSkipListSet<>();
        Thread device =
                new Thread(() -> IntStream.range(0, 400).forEach(day -> sync(api, FIRST.plusDays(day), acknowledged)));
        device.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > 20);

        suite.kill("cycle-service");
        suite.up();

        device.join(Duration.ofSeconds(60).toMillis());
        assertThat(synchronised(api)).containsAll(acknowledged);
    }

    private static void sync(Api api, LocalDate date, Set<LocalDate> acknowledged) {
        String body = "{\"changes\":[{\"date\":\"" + date + "\",\"baseRevision\":0,\"day\":{\"flow\":\"light\"}}]}";
        try {
            if (api.tryCall("POST", "/v1/cycle/sync", body).status() == 200) {
                acknowledged.add(date);
            }
        } catch (IOException refused) {
            // Not acknowledged.
        }
    }

    private static JsonNode upload(Api api) {
        String csv = "date,sleepMinutes,note\n"
                + IntStream.range(0, DAYS)
                        .mapToObj(day -> FIRST.plusDays(day) + ",420,slept well")
                        .collect(Collectors.joining("\n"));
        return api.upload("/v1/cycle/imports", csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv")
                .expect(202)
                .json();
    }

    /** The dates of all days, page by page. */
    private static Set<LocalDate> synchronised(Api api) {
        Set<LocalDate> dates = new TreeSet<>();
        JsonNode page = api.post("/v1/cycle/sync", "{}").expect(200).json();
        while (true) {
            page.path("changes")
                    .forEach(change ->
                            dates.add(LocalDate.parse(change.path("date").textValue())));
            if (!page.path("hasMore").asBoolean()) {
                return dates;
            }
            page = api.post(
                            "/v1/cycle/sync",
                            "{\"since\":\"" + page.path("token").textValue() + "\"}")
                    .expect(200)
                    .json();
        }
    }
}
