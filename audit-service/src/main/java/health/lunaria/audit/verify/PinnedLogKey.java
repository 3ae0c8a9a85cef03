package health.lunaria.audit.verify;

import health.lunaria.audit.verify.note.MalformedException;
import health.lunaria.audit.verify.note.VerifierKey;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The key that the deployment names: whoever can change the log's signing key cannot change what is expected. */
@DefaultBean
@ApplicationScoped
class PinnedLogKey implements LogKeySource {

    private final Uni<VerifierKey> key;

    @Inject
    PinnedLogKey(VerificationConfig config) {
        this(config.key());
    }

    PinnedLogKey(Optional<String> line) {
        this.key = line.map(PinnedLogKey::parse)
                .map(parsed -> Uni.createFrom().item(parsed))
                .orElseGet(() -> Uni.createFrom()
                        .failure(() -> new IllegalStateException("lunaria.audit.verification.key is not set")));
    }

    @Override
    public Uni<VerifierKey> key() {
        return key;
    }

    private static VerifierKey parse(String line) {
        try {
            return VerifierKey.parse(line);
        } catch (MalformedException malformed) {
            throw new IllegalArgumentException("lunaria.audit.verification.key is no verifier key", malformed);
        }
    }
}
