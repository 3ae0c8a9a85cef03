package health.lunaria.safeguards.encryption;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** A public key of Ed25519 (RFC 8032). Immutable. */
public final class Ed25519PublicKey {

    public static final int LENGTH = 32;

    /** What SubjectPublicKeyInfo has before the key's 32 bytes: the algorithm 1.3.101.112 (RFC 8410, section 4). */
    private static final byte[] PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final byte[] bytes;
    private final PublicKey key;

    private Ed25519PublicKey(byte[] bytes) {
        this.bytes = bytes;
        this.key = parse(bytes);
    }

    /**
     * @param bytes the {@value #LENGTH} bytes of the key
     * @throws IllegalArgumentException if they are no key
     */
    public static Ed25519PublicKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("An Ed25519 key has " + LENGTH + " bytes");
        }
        return new Ed25519PublicKey(bytes.clone());
    }

    /** @throws KeysUnavailableException if it is a key of another kind */
    static Ed25519PublicKey ofSubjectPublicKeyInfo(byte[] info) {
        if (info.length != PREFIX.length + LENGTH || !Arrays.equals(info, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            throw new KeysUnavailableException("The signing key is no Ed25519 key");
        }
        return new Ed25519PublicKey(Arrays.copyOfRange(info, PREFIX.length, info.length));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether this is the key's signature of the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519", impossible);
        }
    }

    private static PublicKey parse(byte[] bytes) {
        byte[] info = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
        System.arraycopy(bytes, 0, info, PREFIX.length, LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info));
        } catch (GeneralSecurityException noPoint) {
            throw new IllegalArgumentException("These bytes are no Ed25519 key", noPoint);
        }
    }
}
