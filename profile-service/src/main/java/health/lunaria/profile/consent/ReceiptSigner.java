package health.lunaria.profile.consent;

import health.lunaria.safeguards.encryption.SigningKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Signs receipts by a key that never leaves the key management service. Thread-safe. */
@ApplicationScoped
class ReceiptSigner {

    private final String keyId;
    private final SigningKeys keys;
    private volatile ReceiptKey known;

    ReceiptSigner(ReceiptConfig config, SigningKeys keys) {
        this.keyId = config.signingKey();
        this.keys = keys;
    }

    /** The public half. It is asked for once. */
    Uni<ReceiptKey> key() {
        ReceiptKey key = known;
        return key != null
                ? Uni.createFrom().item(key)
                : keys.publicKey(keyId).map(ReceiptKey::new).invoke(found -> known = found);
    }

    /** @return the statement as a JWS in its compact form */
    Uni<String> sign(String statement) {
        return key().chain(key -> sign(key, key.signingInput(statement)));
    }

    private Uni<String> sign(ReceiptKey key, String input) {
        return keys.sign(keyId, key.key(), input.getBytes(StandardCharsets.US_ASCII))
                .map(signature -> ReceiptKey.compact(input, signature));
    }
}
