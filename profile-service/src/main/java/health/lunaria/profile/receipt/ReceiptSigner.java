package health.lunaria.profile.receipt;

import health.lunaria.safeguards.encryption.SigningKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Signs receipts by a key that never leaves the key management service. Thread-safe. */
@ApplicationScoped
public class ReceiptSigner {

    private final String keyId;
    private final SigningKeys keys;
    private volatile ReceiptKey known;

    ReceiptSigner(ReceiptConfig config, SigningKeys keys) {
        this.keyId = config.signingKey();
        this.keys = keys;
    }

    /** The public half. It is asked for once. */
    public Uni<ReceiptKey> key() {
        ReceiptKey key = known;
        return key != null
                ? Uni.createFrom().item(key)
                : keys.publicKey(keyId).map(ReceiptKey::new).invoke(found -> known = found);
    }

    /**
     * @param kind what it is, for the header's {@code typ}: a receipt of one kind cannot be shown as one of another
     * @param statement JSON, so short that three quarters of 4,096 bytes hold it
     * @return the statement as a JWS in its compact form
     */
    public Uni<String> sign(Kind kind, String statement) {
        return key().chain(key -> sign(key, key.signingInput(kind, statement)));
    }

    private Uni<String> sign(ReceiptKey key, String input) {
        return keys.sign(keyId, key.key(), input.getBytes(StandardCharsets.US_ASCII))
                .map(signature -> ReceiptKey.compact(input, signature));
    }

    /** The kinds of receipts. */
    public enum Kind {
        CONSENT("consent-receipt+jws"),
        ERASURE("erasure-receipt+jws");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }
}
