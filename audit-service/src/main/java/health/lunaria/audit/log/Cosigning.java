package health.lunaria.audit.log;

import health.lunaria.audit.witness.Witness;
import health.lunaria.audit.witness.WitnessException.OtherSize;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Gets the witness's signature on a checkpoint before anybody sees it. Where a witness is configured, none goes without. */
@ApplicationScoped
class Cosigning {

    private final Witness witness;
    private final Tree tree;
    private final Pool pool;

    Cosigning(Witness witness, Tree tree, Pool pool) {
        this.witness = witness;
        this.tree = tree;
        this.pool = pool;
    }

    /**
     * The note with the witness's line below; as it is where there is no witness.
     *
     * @param after size of the checkpoint that was published last, which the witness should know; 0 for none
     * @return fails with {@link health.lunaria.audit.witness.WitnessException} where it does not cosign
     */
    Uni<String> cosigned(long after, long size, String note) {
        return ask(after, size, note)
                .onFailure(OtherSize.class)
                .recoverWithUni(other -> askAgain((OtherSize) other, size, note))
                .map(line -> note + line.orElse(""));
    }

    /** It may have cosigned a checkpoint that a crash kept from being published, or know none of this log. */
    private Uni<Optional<String>> askAgain(OtherSize other, long size, String note) {
        return other.size() <= size
                ? ask(other.size(), size, note)
                : Uni.createFrom().failure(other);
    }

    private Uni<Optional<String>> ask(long known, long size, String note) {
        return proof(known, size).chain(proof -> witness.cosign(known, proof, note));
    }

    private Uni<List<byte[]>> proof(long known, long size) {
        return known == 0 ? Uni.createFrom().item(List.of()) : tree.consistency(pool, known, size);
    }
}
