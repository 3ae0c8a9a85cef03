package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts are killed with SIGKILL while somebody writes: nothing acknowledged is lost, no audit event missing or doubled. */
class CrashTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2000;
    private static final int WRITES_BEFORE = 15;
    private static final int WRITES_AFTER = 15;

    private final Suite suite = Suite.running();

    @AfterEach
    void bringBack() {
        suite.up();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile-service",
                "cycle-service",
                "billing-service",
                "audit-service",
                "kms keycloak",
                "queue files",
                "gateway",
                "postgres"
            })
    void nothingAcknowledgedIsLost(String parts) throws InterruptedException {
        Api api = suite.asConsenting("crash-" + parts.replace(' ', '-'));
        Writer writer = new Writer(api);
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        pace.scheduleWithFixedDelay(writer, 0, 20, TimeUnit.MILLISECONDS);
        await().atMost(Duration.ofSeconds(30)).until(() -> writer.acknowledged() >= WRITES_BEFORE);

        for (String part : parts.split(" ")) {
            suite.kill(part);
        }
        suite.up();

        int before = writer.acknowledged();
        await().atMost(Duration.ofSeconds(60)).until(() -> writer.acknowledged() >= before + WRITES_AFTER);
        pace.shutdown();
        assertThat(pace.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(logged(api)).containsAll(writer.dates);
        everyWriteIsInTheAccessLogOnce(api);
    }

    @Test
    void upAfterUpChangesNothing() {
        List<Long> before = pids();

        assertThat(suite.stack().up()).isFalse();

        assertThat(pids()).isEqualTo(before);
    }

    /** One write per revision: the next revision tells how many were committed, acknowledged or not. */
    private void everyWriteIsInTheAccessLogOnce(Api api) {
        long committed = put(api, FIRST.minusDays(1)).path("revision").asLong();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> AccessLog.of(api, "cycle.days.write").size() >= committed);
        List<JsonNode> writes = AccessLog.of(api, "cycle.days.write");
        assertThat(writes).hasSize((int) committed);
        assertThat(writes.stream().map(entry -> entry.path("id").textValue()).collect(Collectors.toSet()))
                .hasSize((int) committed);
    }

    private static JsonNode put(Api api, LocalDate date) {
        return api.put("/v1/cycle/days", day(date)).expect(200).json();
    }

    private static String day(LocalDate date) {
        return "{\"days\":[{\"date\":\"" + date + "\",\"flow\":\"light\"}]}";
    }

    private static Set<LocalDate> logged(Api api) {
        JsonNode days = api.post("/v1/cycle/days/search", "{\"from\":\"2019-12-01\",\"to\":\"2026-01-01\"}")
                .expect(200)
                .json()
                .path("days");
        Set<LocalDate> dates = new ConcurrentSkipListSet<>();
        days.forEach(day -> dates.add(LocalDate.parse(day.path("date").textValue())));
        return dates;
    }

    private List<Long> pids() {
        return suite.stack().parts().stream()
                .map(part -> suite.stack().process(part.name()).orElseThrow().pid())
                .toList();
    }

    /** Logs one day after the other; one that was not acknowledged may be stored or not. */
    private static final class Writer implements Runnable {

        private final Api api;
        private final Set<LocalDate> dates = new ConcurrentSkipListSet<>();
        private final AtomicInteger acknowledged = new AtomicInteger();
        private int next;

        Writer(Api api) {
            this.api = api;
        }

        @Override
        public void run() {
            LocalDate date = FIRST.plusDays(next);
            next = (next + 1) % DAYS;
            try {
                if (api.tryCall("PUT", "/v1/cycle/days", day(date)).status() == 200) {
                    dates.add(date);
                    acknowledged.incrementAndGet();
                }
            } catch (IOException refused) {
                // Not acknowledged.
            }
        }

        int acknowledged() {
            return acknowledged.get();
        }
    }
}
