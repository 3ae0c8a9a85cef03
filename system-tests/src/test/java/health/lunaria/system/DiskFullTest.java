package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk below the log is full: nothing is half stored, nothing is forgotten, and with room again the log goes on. */
class DiskFullTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Until no page has room for one more event: a page holds some fifty. */
    private static final int MOST_UNTIL_REFUSED = 1000;

    private final Suite suite = Suite.running();
    private SmallDisk disk;
    private long before;

    @BeforeEach
    void putTheLogOnASmallDisk() {
        disk = new SmallDisk(suite);
    }

    @AfterEach
    void putItBack() {
        if (disk != null) {
            disk.close();
        }
        suite.up();
    }

    @Test
    void eventsAreRefusedWholeAndComeInWhenThereIsRoomAgain() {
        Api user = suite.asConsenting("disk-full");
        log(user, 1);
        AccessLog.awaitEntries(user, "cycle.days.write", 1);
        before = disk.number("select size from log_head");

        disk.fill();
        deliverUntilRefused();
        List<UUID> refused = newIds(200);
        deliver(refused).problem(503, "temporarily-unavailable");
        log(user, 2);
        log(user, 3);
        assertThat(AccessLog.of(user, "cycle.days.write")).isNotEmpty();

        // What needs the full disk is refused whole; what does not, goes on, and its events wait where they came about.
        // A short event of a relay may still find room on a page that is not quite full.
        assertThat(deliver(refused).header("retry-after")).isNotEmpty();
        assertThat(stored(refused)).isZero();
        theLogHasNoGap();

        disk.makeRoom();
        deliver(refused).expect(204);
        deliver(refused).expect(204);
        assertThat(stored(refused)).isEqualTo(refused.size());
        AccessLog.awaitEntries(user, "cycle.days.write", 3);
        theLogHasNoGap();
        theVerifierFindsNothing();
    }

    private void log(Api user, int day) {
        user.put("/v1/cycle/days", "{\"days\":[{\"date\":\"2026-03-0" + day + "\",\"flow\":\"light\"}]}")
                .expect(200);
    }

    private void deliverUntilRefused() {
        Stream.generate(() -> deliver(newIds(1)))
                .limit(MOST_UNTIL_REFUSED)
                .filter(answer -> answer.status() != 204)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The disk is not full"))
                .problem(503, "temporarily-unavailable");
    }

    private Api.Answer deliver(List<UUID> ids) {
        String events = String.join(",", ids.stream().map(DiskFullTest::event).toList());
        return suite.directly("audit-service", "cycle-service", null)
                .post("/internal/events", "{\"events\":[" + events + "]}");
    }

    /** The same one each time: its time is that of its id. */
    private static String event(UUID id) {
        return ("{\"id\":\"%s\",\"time\":\"%s\",\"subject\":\"disk-full\",\"actor\":{\"kind\":\"self\"},"
                        + "\"action\":\"cycle.days.read\"}")
                .formatted(id, Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16));
    }

    private static List<UUID> newIds(int count) {
        return IntStream.range(0, count).mapToObj(i -> newId()).toList();
    }

    private static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000L | random.nextLong(0x1000L);
        return new UUID(high, 0x8000000000000000L | random.nextLong(0x4000000000000000L));
    }

    private long stored(List<UUID> ids) {
        String list = String.join(",", ids.stream().map(id -> "'" + id + "'").toList());
        return disk.number(
                "select count(*) from log_leaf join access_event using (index) where event_id in (" + list + ")");
    }

    /** What opens older leaves may have been erased with their person. */
    private void theLogHasNoGap() {
        assertThat(disk.number("""
                        select (select size from log_head) - (select count(*) from log_leaf)
                            + abs(coalesce((select max(index) from log_leaf), -1) + 1 - (select count(*) from log_leaf))
                            + (select count(*) from log_leaf leaf
                                where leaf.index >= %d and not exists (select 1 from access_event event where event.index = leaf.index))
                        """.formatted(before))).isZero();
    }

    /** Including what came in last. */
    private void theVerifierFindsNothing() {
        long size = disk.number("select size from log_head");
        await().atMost(PATIENCE).until(() -> metric("lunaria_audit_verification_size") >= size);
        assertThat(metric("lunaria_audit_verification_findings")).isZero();
        assertThat(disk.number("select count(*) from log_finding")).isZero();
    }

    private double metric(String name) {
        return suite.metrics("audit-service")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
