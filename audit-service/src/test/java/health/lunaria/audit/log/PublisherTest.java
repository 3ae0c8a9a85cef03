package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.PublishedLog;
import health.lunaria.audit.PublishedLog.Note;
import health.lunaria.audit.Reporting;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.TestKms;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class PublisherTest {

    private static final Source SOURCE = Source.withoutOutbox("audit-service");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Publisher publisher;

    @Inject
    Sequencer sequencer;

    @Inject
    Pool pool;

    @Inject
    Tree tree;

    @Inject
    MeterRegistry meters;

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Test
    void everyCheckpointContinuesTheOneBefore() {
        Note first = PublishedLog.awaitLeaf(append(3));
        Note second = PublishedLog.awaitLeaf(append(300));

        List<byte[]> proof =
                tree.consistency(pool, first.size(), second.size()).await().atMost(PATIENCE);
        assertThat(ReferenceTree.isConsistent(first.size(), first.root(), second.size(), second.root(), proof))
                .isTrue();
    }

    @Test
    void publishersAtOnceGiveOneSizeOneCheckpoint() {
        long last = append(5);

        Uni.join()
                .all(Stream.generate(publisher::publish).limit(4).toList())
                .andCollectFailures()
                .await()
                .atMost(PATIENCE);

        PublishedLog.awaitLeaf(last);
        assertThat(data.number("select max(size) from log_checkpoint"))
                .isEqualTo(data.number("select size from log_publication"));
    }

    @Test
    void nothingIsPublishedOnTopOfAChangedLog() {
        long published = PublishedLog.awaitLeaf(append(1)).size();
        byte[] hash = data.bytes("select leaf_hash from log_leaf where index = ?", published - 1);
        byte[] leaf = data.bytes("select leaf from log_leaf where index = ?", published - 1);
        byte[] other = {1};
        change(published - 1, other, TreeHash.leaf(other));
        try {
            double before = failures();
            append(1);
            publisher.publish().await().atMost(PATIENCE);

            assertThat(failures()).isGreaterThan(before);
            assertThat(PublishedLog.newest().size()).isEqualTo(published);
        } finally {
            change(published - 1, leaf, hash);
        }
        PublishedLog.awaitLeaf(published);
    }

    @Test
    void eventsAreTakenInWhileNothingCanBeSigned() {
        long published = PublishedLog.awaitLeaf(append(1)).size();
        TestKms.start().whileAway(() -> {
            double before = failures();
            append(1);
            publisher.publish().await().atMost(PATIENCE);

            assertThat(failures()).isGreaterThan(before);
            assertThat(PublishedLog.newest().size()).isEqualTo(published);
        });
        PublishedLog.awaitLeaf(published);
    }

    private void change(long index, byte[] leaf, byte[] hash) {
        data.change("update log_leaf set leaf = ?, leaf_hash = ? where index = ?", leaf, hash, index);
    }

    private double failures() {
        return meters.counter("lunaria.audit.log.checkpoints", "outcome", "failed")
                .count();
    }

    /** @return the place of the last one */
    private long append(int leaves) {
        long last = -1;
        for (int i = 0; i < leaves; i += 100) {
            Map<UUID, Leaf> batch = new LinkedHashMap<>();
            for (int j = i; j < Math.min(leaves, i + 100); j++) {
                batch.put(Reporting.newId(), Leaf.committingTo(Leaf.newSalt(), new byte[] {1}));
            }
            last = pool
                    .withTransaction(connection -> sequencer.append(connection, SOURCE, batch))
                    .await()
                    .atMost(PATIENCE)
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElseThrow();
        }
        return last;
    }
}
