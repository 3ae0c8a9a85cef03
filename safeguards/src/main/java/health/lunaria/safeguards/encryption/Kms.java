package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * What is asked of a key management service. Keys never leave it; what it wraps opens only with the same context.
 * Implementations are non-blocking, have a time-out, and answer on the caller's Vert.x context.
 *
 * <p>Every failure is a {@link KeysUnavailableException}.
 */
interface Kms {

    /** A new 256-bit data key, in clear and wrapped under the KMS key. */
    Uni<DataKey> generateDataKey(String keyId, Map<String, String> context);

    /** The data key that was wrapped under this KMS key with this context. */
    Uni<KeyMaterial> decrypt(String keyId, byte[] wrapped, Map<String, String> context);

    /**
     * What {@link #decrypt} would give, wrapped under another key or context. It is in clear inside of KMS only.
     *
     * @return wrapped under {@code toKeyId} with {@code toContext}
     */
    Uni<byte[]> reEncrypt(
            String keyId, byte[] wrapped, Map<String, String> context, String toKeyId, Map<String, String> toContext);

    /** The public half of an Ed25519 key, as SubjectPublicKeyInfo (RFC 8410). */
    Uni<byte[]> publicKey(String keyId);

    /**
     * The Ed25519 signature (RFC 8032, without prehashing) of the message itself.
     *
     * @param message at most 4,096 bytes
     */
    Uni<byte[]> sign(String keyId, byte[] message);

    /** A new key: the clear half belongs to the caller, who destroys it. */
    record DataKey(KeyMaterial clear, byte[] wrapped) {

        @Override
        public String toString() {
            return "DataKey[redacted]";
        }
    }
}
