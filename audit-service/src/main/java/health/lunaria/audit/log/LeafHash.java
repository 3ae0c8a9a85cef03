package health.lunaria.audit.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The log's hashes, all SHA-256 without a key: what they cover is public, or hidden by a random salt. */
public final class LeafHash {

    public static final int LENGTH = 32;

    /** RFC 6962, section 2.1: keeps a leaf from passing as an inner node of the tree. */
    private static final byte[] LEAF_PREFIX = {0x00};

    private LeafHash() {}

    /** {@code SHA-256(0x00 ‖ leaf)}: the Merkle tree hash of a single leaf (RFC 6962, section 2.1). */
    public static byte[] of(byte[] leaf) {
        return sha256(LEAF_PREFIX, leaf);
    }

    /** {@code SHA-256(salt ‖ content)}. */
    static byte[] commitment(byte[] salt, byte[] content) {
        return sha256(salt, content);
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
