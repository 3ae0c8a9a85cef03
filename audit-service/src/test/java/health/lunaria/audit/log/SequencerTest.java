package health.lunaria.audit.log;

import static health.lunaria.audit.Reporting.event;
import static health.lunaria.audit.Reporting.newId;
import static health.lunaria.audit.Reporting.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class SequencerTest {

    private static final Source SOURCE = Source.withoutOutbox("audit-service");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Sequencer sequencer;

    @Inject
    Pool pool;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void batchesAtOnceLeaveNoGapAndNoDouble() throws Exception {
        List<UUID> shared = IntStream.range(0, 10).mapToObj(i -> newId()).toList();
        long before = size();
        inParallel(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(batch -> () -> report("cycle-service", batchWith(shared, batch))
                        .extract()
                        .statusCode())
                .toList());

        assertThat(size() - before).isEqualTo(8 * 25 + shared.size());
        assertThatTheLogIsWhole();
    }

    @Test
    void leavesGetTheirPlacesInTheGivenOrder() {
        Map<UUID, Leaf> leaves = newLeaves(5);
        long before = size();

        Map<UUID, Long> places = append(leaves);

        assertThat(places.keySet()).containsExactlyElementsOf(leaves.keySet());
        assertThat(places.values())
                .containsExactlyElementsOf(
                        LongStream.range(before, before + 5).boxed().toList());
        assertThatTheLogIsWhole();
    }

    @Test
    void whatIsStoredIsTheLeafAndTheHashThatRfc6962Says() throws Exception {
        Map<UUID, Leaf> leaves = newLeaves(3);
        append(leaves);

        for (Map.Entry<UUID, Leaf> entry : leaves.entrySet()) {
            byte[] leaf = data.bytes("select leaf from log_leaf where event_id = ?", entry.getKey());
            byte[] hash = data.bytes("select leaf_hash from log_leaf where event_id = ?", entry.getKey());
            byte[] prefixed = new byte[leaf.length + 1];
            System.arraycopy(leaf, 0, prefixed, 1, leaf.length);

            assertThat(leaf).isEqualTo(entry.getValue().bytes());
            assertThat(hash).isEqualTo(MessageDigest.getInstance("SHA-256").digest(prefixed));
        }
    }

    @Test
    void aKnownEventKeepsItsPlaceAndItsLeaf() {
        Map<UUID, Leaf> known = newLeaves(2);
        append(known);
        Map<UUID, Leaf> again = new LinkedHashMap<>();
        known.keySet().forEach(id -> again.put(id, newLeaf()));
        Map<UUID, Leaf> fresh = newLeaves(1);
        again.putAll(fresh);
        long before = size();

        assertThat(append(again)).isEqualTo(Map.of(fresh.keySet().iterator().next(), before));
        known.forEach((id, leaf) -> assertThat(data.bytes("select leaf from log_leaf where event_id = ?", id))
                .isEqualTo(leaf.bytes()));
    }

    @Test
    void aTransactionThatFailsLeavesNoTrace() {
        Map<UUID, Leaf> lost = newLeaves(3);
        long before = size();
        Uni<Object> failing = pool.withTransaction(connection -> sequencer
                .append(connection, SOURCE, lost)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("afterwards"))));

        assertThatIllegalStateException().isThrownBy(() -> failing.await().atMost(PATIENCE));
        assertThat(size()).isEqualTo(before);
        assertThat(append(lost).values()).containsExactly(before, before + 1, before + 2);
        assertThatTheLogIsWhole();
    }

    @Test
    void aLeafUnderAHashThatIsNotItsOwnCannotBeStored() {
        long place = size();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> data.change(
                        "insert into log_leaf (index, event_id, leaf, leaf_hash) values (?, ?, ?, ?)",
                        place,
                        newId(),
                        new byte[] {1},
                        TreeHash.leaf(new byte[] {2})))
                .withMessageContaining("violates check constraint");
    }

    /** 25 events of its own, and those that every batch has. */
    private static List<String> batchWith(List<UUID> shared, int batch) {
        List<UUID> ids = new ArrayList<>(shared);
        IntStream.range(0, 25).forEach(i -> ids.add(newId()));
        return ids.stream()
                .map(id -> event(id, "parallel-" + batch % 4, "cycle.days.read"))
                .toList();
    }

    private static void inParallel(List<Callable<Integer>> requests) throws Exception {
        var senders = Executors.newFixedThreadPool(requests.size());
        try {
            for (Future<Integer> status : senders.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(204);
            }
        } finally {
            senders.shutdown();
        }
    }

    private Map<UUID, Long> append(Map<UUID, Leaf> leaves) {
        return pool.withTransaction(connection -> sequencer.append(connection, SOURCE, leaves))
                .await()
                .atMost(PATIENCE);
    }

    private void assertThatTheLogIsWhole() {
        assertThat(data.number("select count(*) from log_leaf")).isEqualTo(size());
        assertThat(data.number("select coalesce(max(index) + 1, 0) from log_leaf"))
                .isEqualTo(size());
        assertThat(data.number("select count(distinct event_id) from log_leaf")).isEqualTo(size());
    }

    private long size() {
        return data.number("select size from log_head");
    }

    private static Map<UUID, Leaf> newLeaves(int count) {
        Map<UUID, Leaf> leaves = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> leaves.put(newId(), newLeaf()));
        return leaves;
    }

    private static Leaf newLeaf() {
        return Leaf.committingTo(Leaf.newSalt(), new byte[] {1});
    }
}
