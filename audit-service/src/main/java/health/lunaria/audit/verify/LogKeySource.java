package health.lunaria.audit.verify;

import health.lunaria.audit.verify.note.VerifierKey;
import io.smallrye.mutiny.Uni;

/** Where the verifier learns the log's key. Its name is the origin that checkpoints must have. */
public interface LogKeySource {

    /** Asked once a run; an implementation keeps what it got. */
    Uni<VerifierKey> key();
}
