package health.lunaria.audit.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what is published of the log, and nothing beyond. None of it waits for what is being appended. */
@ApplicationScoped
public class Log {

    /** Their hashes are read in two statements, and computed in some ten milliseconds. */
    private static final int PROOFS_AT_ONCE = 32;

    private final Pool pool;
    private final CheckpointRows checkpoints;
    private final HashRows hashes;
    private final LeafRows leaves;
    private final Tree tree;
    private final LogSigner signer;
    private final MeterRegistry registry;
    private final Timer proofs;
    private volatile PublishedCheckpoint seen;

    Log(
            Pool pool,
            CheckpointRows checkpoints,
            HashRows hashes,
            LeafRows leaves,
            Tree tree,
            LogSigner signer,
            MeterRegistry registry) {
        this.pool = pool;
        this.checkpoints = checkpoints;
        this.hashes = hashes;
        this.leaves = leaves;
        this.tree = tree;
        this.signer = signer;
        this.registry = registry;
        this.proofs = Timer.builder("lunaria.audit.log.proof")
                .description("Time to read and compute a proof of an entry, without opening it")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /** The newest checkpoint, or {@code null} when nothing was published yet. */
    Uni<PublishedCheckpoint> checkpoint() {
        return checkpoints.latest();
    }

    /** The verifier key. */
    public Uni<String> verifierKey() {
        return signer.key().map(LogKey::verifierKey);
    }

    /** @return the tile's bytes, or {@code null} when the published log has no such tile, or not all of it */
    Uni<byte[]> tile(TilePath path) {
        return checkpoints.latest().chain(latest -> {
            if (latest == null || !path.isWithin(latest.size())) {
                return Uni.createFrom().nullItem();
            }
            HashRun run = path.hashes();
            return path.level() == TilePath.ENTRIES
                    ? leaves.bundle(run)
                    : hashes.read(pool, List.of(run)).map(read -> joined(read.get(0)));
        });
    }

    /** @return the proof that a leaf is in a checkpoint of the last seconds, or {@code null} when it was not published yet */
    public Uni<InclusionProof> proof(long index) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start(registry);
            return covering(index)
                    .chain(found -> found == null
                            ? Uni.createFrom().nullItem()
                            : tree.inclusion(pool, index, found.size())
                                    .map(path -> new InclusionProof(index, path, found)))
                    .invoke(proof -> sample.stop(proofs));
        });
    }

    /**
     * Proofs that leaves are in one checkpoint, the newest.
     *
     * @return by index; of a leaf that was not published yet there is none
     */
    public Uni<Map<Long, InclusionProof>> proofs(List<Long> indexes) {
        return checkpoints
                .latest()
                .chain(latest -> latest == null
                        ? Uni.createFrom().item(Map.of())
                        : proofs(published(indexes, latest.size()), latest, new HashMap<>()));
    }

    private static List<Long> published(List<Long> indexes, long size) {
        return indexes.stream().filter(index -> index < size).toList();
    }

    /** A batch after the other, so that neither the event loop nor the memory is taken by all of them at once. */
    private Uni<Map<Long, InclusionProof>> proofs(
            List<Long> left, PublishedCheckpoint checkpoint, Map<Long, InclusionProof> found) {
        if (left.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        List<Long> batch = left.subList(0, Math.min(PROOFS_AT_ONCE, left.size()));
        return tree.inclusions(pool, batch, checkpoint.size())
                .invoke(paths -> {
                    for (int i = 0; i < batch.size(); i++) {
                        found.put(batch.get(i), new InclusionProof(batch.get(i), paths.get(i), checkpoint));
                    }
                })
                .chain(() -> proofs(left.subList(batch.size(), left.size()), checkpoint, found));
    }

    /**
     * A checkpoint with this leaf in it: the newest one that was read here, which is as good as any later one, or the newest
     * there is. {@code null} if it was not published yet.
     */
    private Uni<PublishedCheckpoint> covering(long index) {
        PublishedCheckpoint known = seen;
        if (known != null && index < known.size()) {
            return Uni.createFrom().item(known);
        }
        return checkpoints
                .latest()
                .invoke(latest -> seen = latest)
                .map(latest -> latest == null || index >= latest.size() ? null : latest);
    }

    /** Forgets the checkpoint that proofs lead to, so that they follow a log that grows. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void followTheLog() {
        seen = null;
    }

    private static byte[] joined(byte[][] hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.length * TreeHash.LENGTH);
        for (byte[] hash : hashes) {
            bytes.writeBytes(hash);
        }
        return bytes.toByteArray();
    }
}
