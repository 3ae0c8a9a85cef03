package health.lunaria.audit.verify;

import health.lunaria.audit.verify.note.MalformedException;
import health.lunaria.audit.verify.note.VerifierKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The log's key as the deployment names it: whoever can change the log's signing key cannot change what is expected. Without
 * one, or with one that is malformed, the service does not start.
 */
@Startup
@ApplicationScoped
class PinnedLogKey {

    private final VerifierKey key;

    @Inject
    PinnedLogKey(VerificationConfig config) {
        this(config.key());
    }

    PinnedLogKey(String line) {
        try {
            this.key = VerifierKey.parse(line);
        } catch (MalformedException malformed) {
            throw new IllegalArgumentException("lunaria.audit.verification.key is no verifier key", malformed);
        }
    }

    VerifierKey key() {
        return key;
    }
}
