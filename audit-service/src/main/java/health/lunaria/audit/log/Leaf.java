package health.lunaria.audit.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What the log holds of one event: a commitment that says nothing about it, and that only who knows event and salt can
 * open.
 *
 * <pre>
 * "lunaria-access/1\n"(17) | SHA-256(salt(32) ‖ canonical event)(32)
 * </pre>
 *
 * The tag names the format: a new one gets a new tag, and old leaves stay what they are. Immutable.
 */
public final class Leaf {

    public static final int SALT_LENGTH = 32;

    private static final byte[] TAG = "lunaria-access/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private Leaf(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @param salt {@value #SALT_LENGTH} random bytes, used for this leaf only
     * @param canonicalEvent what is committed to
     */
    public static Leaf committingTo(byte[] salt, byte[] canonicalEvent) {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("A salt has " + SALT_LENGTH + " bytes");
        }
        return new Leaf(ByteBuffer.allocate(TAG.length + TreeHash.LENGTH)
                .put(TAG)
                .put(TreeHash.commitment(salt, canonicalEvent))
                .array());
    }

    public static byte[] newSalt() {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return salt;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The leaf's hash in the tree. */
    public byte[] hash() {
        return TreeHash.leaf(bytes);
    }

    /** Whether these are the bytes of this leaf. */
    public boolean hasBytes(byte[] other) {
        return Arrays.equals(bytes, other);
    }
}
