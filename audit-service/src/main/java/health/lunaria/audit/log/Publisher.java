package health.lunaria.audit.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * Publishes what the log has grown by: computes the hashes of complete subtrees, and signs a checkpoint. Before anything
 * is signed, the tree that was published last is computed again from what is stored: if it is not the same any more, nothing
 * is published until somebody has looked. Where there is a witness, nothing is published without its signature.
 *
 * <p>Any number of replicas may run it at once. What they compute is the same; of their checkpoints after the same older
 * one, the first one stored is published and the others are thrown away.
 */
@ApplicationScoped
public class Publisher {

    /** Hashing so many takes some ten milliseconds of an event loop. */
    static final int MOST_LEAVES = 16_384;

    private static final int ROUNDS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Logger LOG = Logger.getLogger(Publisher.class);

    private final Pool pool;
    private final CheckpointRows checkpoints;
    private final Subtrees subtrees;
    private final Tree tree;
    private final LogSigner signer;
    private final Cosigning cosigning;
    private final Counter published;
    private final Counter failed;

    Publisher(
            Pool pool,
            CheckpointRows checkpoints,
            Subtrees subtrees,
            Tree tree,
            LogSigner signer,
            Cosigning cosigning,
            MeterRegistry registry) {
        this.pool = pool;
        this.checkpoints = checkpoints;
        this.subtrees = subtrees;
        this.tree = tree;
        this.signer = signer;
        this.cosigning = cosigning;
        this.published = counter(registry, "published");
        this.failed = counter(registry, "failed");
    }

    /** Publishes all there is, a bounded number of leaves at a time. */
    @Scheduled(every = "${lunaria.audit.log.publish-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return publish(ROUNDS).ifNoItem().after(PATIENCE).fail().onFailure().recoverWithUni(failure -> {
            failed.increment();
            LOG.errorf(failure, "The log was not published; events are still taken in and will be published later");
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> publish(int rounds) {
        return publishNext()
                .chain(more -> more && rounds > 1
                        ? publish(rounds - 1)
                        : Uni.createFrom().voidItem());
    }

    /** @return whether something was published */
    private Uni<Boolean> publishNext() {
        return checkpoints
                .growth()
                .chain(growth -> growth.next(MOST_LEAVES)
                        .map(size -> publish(growth.published(), size))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> publish(long after, long size) {
        return pool.withTransaction(connection -> checkPublished(connection, after)
                        .chain(() -> subtrees.complete(connection, after, size))
                        .chain(() -> tree.root(connection, size)))
                .chain(root -> signer.sign(new Checkpoint(signer.origin(), size, root))
                        .chain(note -> cosigning.cosigned(after, size, note))
                        .chain(note -> checkpoints.publish(after, new PublishedCheckpoint(size, root, note))))
                .onFailure()
                .recoverWithUni(failure -> unlessOvertaken(after, failure))
                .invoke(done -> published.increment(done ? 1 : 0));
    }

    /** Another replica may have been quicker, and the witness ahead of this one: then nothing is wrong. */
    private Uni<Boolean> unlessOvertaken(long after, Throwable failure) {
        return checkpoints
                .growth()
                .chain(growth -> growth.published() > after
                        ? Uni.createFrom().item(false)
                        : Uni.createFrom().failure(failure));
    }

    private Uni<Void> checkPublished(SqlConnection connection, long size) {
        if (size == 0) {
            return Uni.createFrom().voidItem();
        }
        return checkpoints
                .latest()
                .chain(latest -> tree.root(connection, size).invoke(root -> {
                    if (latest == null || latest.size() != size || !Arrays.equals(latest.root(), root)) {
                        throw new LogChangedException();
                    }
                }))
                .replaceWithVoid();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("lunaria.audit.log.checkpoints")
                .description("Checkpoints by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
