package health.lunaria.launcher.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The Merkle tree of RFC 6962, section 2.1. */
final class Tree {

    static final int HASH_LENGTH = 32;

    /** No tree with fewer than 2^63 entries is higher. */
    static final int MAX_PATH = 63;

    private static final byte[] LEAF = {0x00};
    private static final byte[] NODE = {0x01};

    private Tree() {}

    static byte[] leaf(byte[] content) {
        return sha256(LEAF, content);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(NODE, left, right);
    }

    /**
     * The root that follows from a leaf and the hashes beside its way up (RFC 9162, section 2.1.3.2, which is the same
     * tree).
     *
     * @param path from the leaf's sibling to the root's child
     */
    static byte[] root(long index, long size, byte[] leafHash, List<byte[]> path) throws RefusedException {
        if (index < 0 || index >= size) {
            throw new RefusedException(Check.INCLUSION, "the tree has no such place");
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                throw new RefusedException(Check.INCLUSION, "it has more hashes than the tree has levels");
            }
            if ((place & 1) == 1 || place == last) {
                hash = node(sibling, hash);
                // A node without a right neighbour is its own parent.
                int alone = Long.numberOfTrailingZeros(place);
                place >>= alone;
                last >>= alone;
            } else {
                hash = node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new RefusedException(Check.INCLUSION, "it has fewer hashes than the tree has levels");
        }
        return hash;
    }

    static byte[] sha256(byte[]... parts) {
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
