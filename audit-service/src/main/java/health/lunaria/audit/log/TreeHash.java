package health.lunaria.audit.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The log's hashes, all SHA-256 without a key: what they cover is public, or hidden by a random salt. */
public final class TreeHash {

    public static final int LENGTH = 32;

    /** RFC 6962, section 2.1: the two prefixes keep a leaf from passing as an inner node of the tree. */
    private static final byte[] LEAF_PREFIX = {0x00};

    private static final byte[] NODE_PREFIX = {0x01};

    private TreeHash() {}

    /** {@code SHA-256(0x00 ‖ leaf)}: the Merkle tree hash of a single leaf (RFC 6962, section 2.1). */
    public static byte[] leaf(byte[] leaf) {
        return sha256(LEAF_PREFIX, leaf);
    }

    /** {@code SHA-256(0x01 ‖ left ‖ right)}: the hash of an inner node (RFC 6962, section 2.1). */
    static byte[] node(byte[] left, byte[] right) {
        return sha256(NODE_PREFIX, left, right);
    }

    /** The hash of a complete subtree above these hashes. */
    static byte[] complete(byte[][] hashes) {
        if (Integer.bitCount(hashes.length) != 1) {
            throw new IllegalArgumentException("A complete subtree stands above a power of two");
        }
        byte[][] row = hashes;
        while (row.length > 1) {
            byte[][] parents = new byte[row.length / 2][];
            for (int i = 0; i < parents.length; i++) {
                parents[i] = node(row[2 * i], row[2 * i + 1]);
            }
            row = parents;
        }
        return row[0];
    }

    /** {@code SHA-256(salt ‖ content)}. */
    static byte[] commitment(byte[] salt, byte[] content) {
        return sha256(salt, content);
    }

    /** The first four bytes of {@code SHA-256(content)}, by which signed notes name keys. */
    public static byte[] keyId(byte[] content) {
        byte[] id = new byte[4];
        System.arraycopy(sha256(content), 0, id, 0, id.length);
        return id;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
