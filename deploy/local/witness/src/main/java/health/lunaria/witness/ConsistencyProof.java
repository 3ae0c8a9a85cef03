package health.lunaria.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** RFC 6962, section 2.1.2: that a tree begins with all the leaves of an earlier one. */
final class ConsistencyProof {

    private ConsistencyProof() {}

    /**
     * Whether the proof shows that the new tree continues the old one. An empty tree is continued by any, without a proof;
     * a tree by itself, without one as well.
     *
     * @param oldSize 0 to {@code newSize}
     */
    static boolean isValid(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
        if (oldSize == 0) {
            return proof.isEmpty();
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        return !proof.isEmpty() && leads(oldSize, oldRoot, newSize, newRoot, proof);
    }

    /** RFC 9162, section 2.1.4.2, which spells out how the proof of RFC 6962 is verified, for 0 &lt; old &lt; new. */
    private static boolean leads(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.add(0, oldRoot);
        }
        long first = oldSize - 1;
        long second = newSize - 1;
        int lone = Long.numberOfTrailingZeros(~first);
        first >>= lone;
        second >>= lone;
        byte[] oldHash = path.get(0);
        byte[] newHash = path.get(0);
        for (byte[] sibling : path.subList(1, path.size())) {
            if (second == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == second) {
                oldHash = Hashes.node(sibling, oldHash);
                newHash = Hashes.node(sibling, newHash);
                int skipped = first == 0 ? 0 : Long.numberOfTrailingZeros(first);
                first >>= skipped;
                second >>= skipped;
            } else {
                newHash = Hashes.node(newHash, sibling);
            }
            first >>= 1;
            second >>= 1;
        }
        return second == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(newHash, newRoot);
    }
}
