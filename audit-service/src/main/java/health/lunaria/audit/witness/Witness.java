package health.lunaria.audit.witness;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Somebody else, in another account, who knows the log's latest checkpoint and cosigns what continues it and nothing else:
 * so the log cannot show one history to one and another to the other, and both with that signature.
 */
public interface Witness {

    /** As many hashes as a proof may have. */
    int MAX_PROOF = 63;

    /**
     * Asks for the cosignature of a checkpoint.
     *
     * @param oldSize of the checkpoint that the witness cosigned last, as far as known; 0 for none
     * @param consistencyProof from there to this checkpoint (RFC 6962, section 2.1.2); empty from 0 and to the same size
     * @param signedNote the checkpoint with the log's signature, and with whatever signatures it has besides
     * @return the line, with its newline, to be put below the signed note: it is verified; empty where no witness is
     *     configured. Fails with {@link WitnessException} only, and within the configured time
     */
    Uni<Optional<String>> cosign(long oldSize, List<byte[]> consistencyProof, String signedNote);
}
