package health.lunaria.audit.log;

import health.lunaria.safeguards.encryption.SigningKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs checkpoints and statements by a key that never leaves the key management service. Thread-safe. */
@ApplicationScoped
class LogSigner {

    private final String origin;
    private final String keyId;
    private final SigningKeys keys;
    private volatile LogKey known;

    LogSigner(
            @ConfigProperty(name = "lunaria.audit.log.origin") String origin,
            @ConfigProperty(name = "lunaria.audit.log.signing-key") String keyId,
            SigningKeys keys) {
        if (!origin.matches("[^\\s+]{1,200}")) {
            throw new IllegalArgumentException("lunaria.audit.log.origin has neither blanks nor plus signs");
        }
        this.origin = origin;
        this.keyId = keyId;
        this.keys = keys;
    }

    String origin() {
        return origin;
    }

    /** The public half. It is asked for once. */
    Uni<LogKey> key() {
        LogKey key = known;
        return key != null
                ? Uni.createFrom().item(key)
                : keys.publicKey(keyId).map(found -> new LogKey(origin, found)).invoke(found -> known = found);
    }

    /** The checkpoint as a signed note. */
    Uni<String> sign(Checkpoint checkpoint) {
        return sign(checkpoint.body());
    }

    /** The statement as a signed note. */
    Uni<String> sign(Statement statement) {
        return sign(statement.body(origin));
    }

    private Uni<String> sign(String body) {
        return key().chain(key -> keys.sign(keyId, key.key(), body.getBytes(StandardCharsets.UTF_8))
                .map(signature -> key.note(body, signature)));
    }
}
