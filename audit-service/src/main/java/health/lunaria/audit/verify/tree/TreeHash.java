package health.lunaria.audit.verify.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree as RFC 6962, section 2.1, has them: SHA-256, leaves and inner nodes told apart. */
public final class TreeHash {

    public static final int LENGTH = 32;

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private TreeHash() {}

    /** The hash of the tree without leaves: {@code SHA-256()}. */
    public static byte[] empty() {
        return sha256().digest();
    }

    /** {@code SHA-256(0x00 ‖ leaf)}. */
    public static byte[] leaf(byte[] leaf) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    /** {@code SHA-256(0x01 ‖ left ‖ right)}. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
