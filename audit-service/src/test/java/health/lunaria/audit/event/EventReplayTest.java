package health.lunaria.audit.event;

import static health.lunaria.audit.Reporting.accessLog;
import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.lunaria.audit.Reporting;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches that come again, in another order, all at once, or from a clock that runs backwards: each event once, no gap. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class EventReplayTest {

    private static final long TIME_OF_ID = 0xFFFF_FFFF_FFFFL << 16;

    @Inject
    MeterRegistry meters;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void aReplayedBatchChangesNothingInWhateverOrderItComes() {
        List<UUID> ids = ids(20);
        List<String> batch = batch(ids, "replayed");
        report("cycle-service", batch).statusCode(204);
        List<Long> places = places(ids);
        long before = size();
        double duplicates = count("duplicate");
        double conflicts = count("conflict");

        report("cycle-service", batch).statusCode(204);
        List<String> reversed = new ArrayList<>(batch);
        Collections.reverse(reversed);
        report("cycle-service", reversed).statusCode(204);

        assertThat(size()).isEqualTo(before);
        assertThat(places(ids)).isEqualTo(places);
        assertThat(count("duplicate") - duplicates).isEqualTo(40);
        assertThat(count("conflict") - conflicts).isZero();
    }

    @Test
    void overlappingBatchesAddWhatIsNewInTheirOrder() {
        List<UUID> ids = ids(9);
        List<String> batch = batch(ids, "overlapping");
        report("cycle-service", batch.subList(3, 6)).statusCode(204);
        long before = size();
        report("cycle-service", batch.subList(0, 5)).statusCode(204);
        report("cycle-service", batch.subList(4, 9)).statusCode(204);

        assertThat(places(ids))
                .containsExactly(
                        before,
                        before + 1,
                        before + 2,
                        before - 3,
                        before - 2,
                        before - 1,
                        before + 3,
                        before + 4,
                        before + 5);
        assertNoGap();
    }

    @Test
    void aBatchThatComesManyTimesAtOnceIsLoggedOnce() throws Exception {
        List<UUID> ids = ids(50);
        List<String> batch = batch(ids, "at-once");
        List<String> reversed = new ArrayList<>(batch);
        Collections.reverse(reversed);
        long before = size();

        // Opposite orders would lock one another out if each event were locked by itself.
        List<Integer> statuses = allAtOnce(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> report("cycle-service", i % 2 == 0 ? batch : reversed)
                        .extract()
                        .statusCode())
                .toList());

        assertThat(statuses).containsOnly(204);
        assertThat(size() - before).isEqualTo(50);
        assertThat(places(ids)).doesNotHaveDuplicates().allMatch(place -> place >= before && place < before + 50);
        assertNoGap();
    }

    @Test
    void batchesOfAllServicesAtOnceLeaveNoGap() throws Exception {
        long before = size();
        List<Callable<Integer>> reports = new ArrayList<>();
        for (String service : List.of("profile", "cycle", "billing", "audit")) {
            for (int i = 0; i < 3; i++) {
                List<String> events = ids(17).stream()
                        .map(id -> event(id, "of-all", service + ".thing.read"))
                        .toList();
                reports.add(() -> report(service + "-service", events).extract().statusCode());
            }
        }

        assertThat(allAtOnce(reports)).containsOnly(204);
        assertThat(size() - before).isEqualTo(12 * 17);
        assertNoGap();
    }

    @Test
    void aClockThatRunsBackwardsLosesNothing() {
        Instant now = Reporting.now();
        List<Instant> times =
                List.of(now, now.minus(Duration.ofHours(1)), now.minus(Duration.ofDays(2)), now.minusMillis(1), now);
        List<UUID> ids = times.stream().map(EventReplayTest::idOf).toList();
        for (int i = 0; i < times.size(); i++) {
            report(event(ids.get(i), times.get(i), "backwards", "cycle.days.read"))
                    .statusCode(204);
        }

        List<Long> places = places(ids);
        assertThat(places).isSorted();
        accessLog("backwards")
                .body("entries", hasSize(5))
                .body(
                        "entries.time",
                        contains(
                                times.get(4).toString(),
                                times.get(3).toString(),
                                times.get(2).toString(),
                                times.get(1).toString(),
                                times.get(0).toString()));
        assertNoGap();
    }

    /** Its sender's clock was ahead when it made them, and is right now. */
    @Test
    void anIdFromTheFutureIsNoReasonToLoseTheEvent() {
        UUID id = idOf(Reporting.now().plus(Duration.ofDays(30)));
        report(event(id, "from-the-future", "cycle.days.read")).statusCode(204);

        accessLog("from-the-future").body("entries[0].id", equalTo(id.toString()));
    }

    @Test
    void aBatchRefusedForItsTimeIsTakenWhenTheClocksAgree() {
        Instant ahead = Reporting.now().plus(Duration.ofMinutes(10));
        UUID early = newId();
        long before = size();
        report(event(newId(), "clocks", "cycle.days.read"), event(early, ahead, "clocks", "cycle.days.write"))
                .statusCode(400);
        assertThat(size()).isEqualTo(before);

        report(event(early, Reporting.now(), "clocks", "cycle.days.write")).statusCode(204);
        accessLog("clocks").body("entries.action", contains("cycle.days.write"));
    }

    private static UUID idOf(Instant time) {
        UUID id = newId();
        return new UUID(
                time.toEpochMilli() << 16 | id.getMostSignificantBits() & ~TIME_OF_ID, id.getLeastSignificantBits());
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> newId()).toList();
    }

    private static List<String> batch(List<UUID> ids, String subject) {
        return ids.stream().map(id -> event(id, subject, "cycle.days.read")).toList();
    }

    private static List<Integer> allAtOnce(List<Callable<Integer>> reports) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(reports.size());
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : senders.invokeAll(reports, 60, TimeUnit.SECONDS)) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            senders.shutdownNow();
        }
    }

    private List<Long> places(List<UUID> ids) {
        return ids.stream()
                .map(id -> data.number("select index from log_leaf where event_id = ?", id))
                .toList();
    }

    private void assertNoGap() {
        assertThat(data.number("select count(*) from log_leaf")).isEqualTo(size());
        assertThat(data.number("select max(index) + 1 from log_leaf")).isEqualTo(size());
    }

    private long size() {
        return data.number("select size from log_head");
    }

    private double count(String outcome) {
        return meters.counter("lunaria.audit.events", "outcome", outcome).count();
    }
}
