package health.lunaria.launcher.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Whose signatures count: {@code <name>+<id>+<base64>} (C2SP signed-note, "verifier keys"), Ed25519 only.
 *
 * @param id tells apart keys of one name; it follows from name and key
 */
public record VerifierKey(String name, byte[] id, Use use, PublicKey key) {

    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 4;

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410, section 4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What a key signs. The numbers are assigned by C2SP signed-note. */
    public enum Use {
        LOG(0x01),
        WITNESS(0x04);

        private final byte type;

        Use(int type) {
            this.type = (byte) type;
        }
    }

    /** @throws IllegalArgumentException when it is no key for this use */
    public static VerifierKey parse(String text, Use use) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !Text.isKeyName(parts[0])) {
            throw new IllegalArgumentException("a key is written NAME+ID+BASE64");
        }
        byte[] encoded = decode(parts[2]);
        if (encoded.length != 1 + KEY_LENGTH || encoded[0] != use.type) {
            throw new IllegalArgumentException(
                    use == Use.LOG ? "it is no Ed25519 key of a log" : "it is no Ed25519 key of a witness");
        }
        byte[] id = id(parts[0], encoded);
        if (!HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new IllegalArgumentException("a key's id does not fit it: it was not copied in full");
        }
        return new VerifierKey(parts[0], id, use, publicKey(Arrays.copyOfRange(encoded, 1, encoded.length)));
    }

    private static byte[] decode(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("a key's last part is not base64");
        }
        return bytes;
    }

    /** @param typeAndKey the key with the byte that says what it is for */
    static byte[] id(String name, byte[] typeAndKey) {
        byte[] hash = Tree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typeAndKey);
        return Arrays.copyOf(hash, ID_LENGTH);
    }

    private static PublicKey publicKey(byte[] bytes) {
        try {
            byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
            System.arraycopy(bytes, 0, encoded, X509_PREFIX.length, KEY_LENGTH);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException noPoint) {
            throw new IllegalArgumentException("it is no Ed25519 key", noPoint);
        }
    }

    boolean signed(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
