package health.lunaria.audit.verify;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the verifier remembers between two runs.
 *
 * @param published all that was published when it looked last, verified
 * @param again how far it has come in reading the same once more
 */
@RegisterForReflection
record Verified(Progress published, Progress again) {

    static final Verified NOTHING = new Verified(Progress.NONE, Progress.NONE);

    boolean isAsFarAs(Verified other) {
        return published.size() == other.published.size() && again.size() == other.again.size();
    }
}
