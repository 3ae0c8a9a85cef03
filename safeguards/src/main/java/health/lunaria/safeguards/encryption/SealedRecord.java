package health.lunaria.safeguards.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.aead.subtle.XAesGcmAead;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * The stored format of everything that is encrypted, version 1:
 *
 * <pre>
 * version(1) | key version(4) | commitment(32) | nonce(24) | ciphertext | tag(16)        77 bytes more than the plaintext
 * </pre>
 *
 * The cipher is XAES-256-GCM (<a href="https://c2sp.org/XAES-256-GCM">C2SP</a>) by Tink: 192-bit random nonces, so no
 * counters and no practical bound on records per key. GCM does not commit to its key, so the record does: {@code
 * HMAC-SHA256(key, "lunaria.commit.v1")} is compared in constant time before anything is decrypted.
 *
 * <p>Thread-safe. Old versions stay readable for ever: a new format gets a new version byte and its own branch here.
 */
final class SealedRecord {

    static final byte VERSION_1 = 1;
    static final int OVERHEAD = 1 + Integer.BYTES + 32 + 24 + 16;

    private static final int COMMITMENT_LENGTH = 32;
    private static final int HEADER_LENGTH = 1 + Integer.BYTES + COMMITMENT_LENGTH;
    private static final byte[] COMMITMENT_LABEL = "lunaria.commit.v1".getBytes(StandardCharsets.US_ASCII);

    /** NO_PREFIX with 12 bytes of salt: the raw form, 24 bytes of salt and nonce in front. */
    private static final XAesGcmParameters PARAMETERS = parameters();

    private final int keyVersion;
    private final byte[] commitment;
    private final Aead aead;

    SealedRecord(KeyMaterial key, int keyVersion) {
        this.keyVersion = keyVersion;
        this.commitment = key.hmac(COMMITMENT_LABEL);
        this.aead = key.reveal(SealedRecord::aead);
    }

    byte[] seal(byte[] plaintext, byte[] associatedData) {
        try {
            byte[] encrypted = aead.encrypt(plaintext, associatedData);
            return ByteBuffer.allocate(HEADER_LENGTH + encrypted.length)
                    .put(VERSION_1)
                    .putInt(keyVersion)
                    .put(commitment)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException broken) {
            throw new KeysUnavailableException("The record could not be sealed", broken);
        }
    }

    byte[] open(byte[] sealed, byte[] associatedData) {
        if (sealed.length < OVERHEAD) {
            throw new SealBrokenException("The record is too short");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (in.get() != VERSION_1) {
            throw new SealBrokenException("The record has an unknown format version");
        }
        if (in.getInt() != keyVersion) {
            throw new SealBrokenException("The record was sealed under another version of the key");
        }
        byte[] claimed = new byte[COMMITMENT_LENGTH];
        in.get(claimed);
        if (!MessageDigest.isEqual(claimed, commitment)) {
            throw new SealBrokenException("The record was sealed under another key");
        }
        byte[] encrypted = new byte[in.remaining()];
        in.get(encrypted);
        try {
            return aead.decrypt(encrypted, associatedData);
        } catch (GeneralSecurityException altered) {
            throw new SealBrokenException("The record was altered or does not belong here");
        }
    }

    private static Aead aead(byte[] key) throws GeneralSecurityException {
        SecretBytes secret = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
        return XAesGcmAead.create(XAesGcmKey.create(PARAMETERS, secret, null));
    }

    private static XAesGcmParameters parameters() {
        try {
            return XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, 12);
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
