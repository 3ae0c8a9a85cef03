package health.lunaria.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was published of the log over a time, with proofs between its checkpoints, and the signature of its key. */
@ApplicationScoped
public class LogHistory {

    private final Pool pool;
    private final CheckpointRows checkpoints;
    private final LeafRows leaves;
    private final Tree tree;
    private final LogSigner signer;

    LogHistory(Pool pool, CheckpointRows checkpoints, LeafRows leaves, Tree tree, LogSigner signer) {
        this.pool = pool;
        this.checkpoints = checkpoints;
        this.leaves = leaves;
        this.tree = tree;
        this.signer = signer;
    }

    /** The log's verifier key (C2SP signed-note). */
    public Uni<String> verifierKey() {
        return signer.key().map(LogKey::verifierKey);
    }

    /** The last checkpoint before a time; empty if nothing was published then. */
    public Uni<Optional<PublishedCheckpoint>> before(Instant time) {
        return checkpoints.before(time);
    }

    /** The last checkpoint of each day on which there was one, from {@code start} up to and without {@code end}. */
    public Uni<List<DatedCheckpoint>> lastOfDays(Instant start, Instant end) {
        return checkpoints.lastOfDays(start, end);
    }

    /** The hashes that prove the later of two published trees to continue the earlier one (RFC 6962, section 2.1.2). */
    public Uni<List<byte[]>> consistency(PublishedCheckpoint earlier, PublishedCheckpoint later) {
        return tree.consistency(pool, earlier.size(), later.size());
    }

    /** The proof that a leaf is in a published tree, as a C2SP {@code tlog-proof@v1} with the leaf itself as extra data. */
    public Uni<String> proof(long index, PublishedCheckpoint in) {
        return leaves.one(index)
                .chain(leaf -> tree.inclusion(pool, index, in.size())
                        .map(path -> new InclusionProof(index, path, in).text(leaf)));
    }

    /** The statement as a signed note. */
    public Uni<String> sign(Statement statement) {
        return signer.sign(statement);
    }
}
