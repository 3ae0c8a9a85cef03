package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs by keys of the key management service, which never leave it. Thread-safe. */
@ApplicationScoped
public class SigningKeys {

    private final Kms kms;

    SigningKeys(Kms kms) {
        this.kms = kms;
    }

    /**
     * The public half of an Ed25519 key.
     *
     * @param keyId id or ARN of a key with the spec {@code ECC_NIST_EDWARDS25519}
     * @return fails with {@link KeysUnavailableException} if it cannot be had, or is of another kind
     */
    public Uni<Ed25519PublicKey> publicKey(String keyId) {
        return kms.publicKey(keyId).map(Ed25519PublicKey::ofSubjectPublicKeyInfo);
    }

    /**
     * Signs, and checks the signature before anybody sees it.
     *
     * @param expected the public half, as it was given out
     * @param message at most 4,096 bytes
     * @return 64 bytes; fails with {@link KeysUnavailableException} if there is none that the expected key verifies
     */
    public Uni<byte[]> sign(String keyId, Ed25519PublicKey expected, byte[] message) {
        return kms.sign(keyId, message).invoke(signature -> {
            if (!expected.verifies(message, signature)) {
                throw new KeysUnavailableException("The key management service signed with another key");
            }
        });
    }
}
