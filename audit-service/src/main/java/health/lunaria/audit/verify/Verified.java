package health.lunaria.audit.verify;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What the verifier remembers between two runs.
 *
 * @param published all that was published when it looked last, verified
 * @param again how far it has come in reading the same once more
 * @param outboxes what they said of themselves last
 */
@RegisterForReflection
record Verified(Progress published, Progress again, List<SeenOutbox> outboxes) {

    static final Verified NOTHING = new Verified(Progress.NONE, Progress.NONE, List.of());

    Verified {
        // Records from before outboxes were looked at have none, and CBOR leaves empty lists out.
        outboxes = outboxes == null ? List.of() : List.copyOf(outboxes);
    }

    boolean isAsFarAs(Verified other) {
        return published.size() == other.published.size()
                && again.size() == other.again.size()
                && outboxes.equals(other.outboxes);
    }
}
