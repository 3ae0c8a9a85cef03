package health.lunaria.audit.verify.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, sections 2.1 and 2.1.2, word for word: slow, recursive, and hard to get wrong. */
public final class NaiveTree {

    private NaiveTree() {}

    /** MTH(D[n]). */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return sha256(new byte[] {0x00}, leaves.get(0));
        }
        int k = split(leaves.size());
        return sha256(new byte[] {0x01}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PROOF(m, D[n]). */
    public static List<byte[]> consistency(int m, List<byte[]> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
        int n = leaves.size();
        if (m == n) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = split(n);
        List<byte[]> proof = new ArrayList<>();
        if (m <= k) {
            proof.addAll(subproof(m, leaves.subList(0, k), known));
            proof.add(root(leaves.subList(k, n)));
        } else {
            proof.addAll(subproof(m - k, leaves.subList(k, n), false));
            proof.add(root(leaves.subList(0, k)));
        }
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
