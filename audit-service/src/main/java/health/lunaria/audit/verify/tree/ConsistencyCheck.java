package health.lunaria.audit.verify.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks that a tree has only grown since an earlier root was published: RFC 9162, section 2.1.4.2. */
public final class ConsistencyCheck {

    private ConsistencyCheck() {}

    /**
     * @param proof the hashes between the two trees, in the order of the RFC
     * @return whether the proof shows that the earlier tree is the beginning of the later one
     */
    public static boolean proves(long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> proof) {
        if (earlier < 0 || earlier > later) {
            return false;
        }
        if (earlier == 0) {
            return proof.isEmpty() && Arrays.equals(earlierRoot, TreeHash.empty());
        }
        if (earlier == later) {
            return proof.isEmpty() && Arrays.equals(earlierRoot, laterRoot);
        }
        return leadsToBoth(earlier, earlierRoot, later, laterRoot, path(earlier, earlierRoot, proof));
    }

    /** The earlier tree itself is left out of a proof when it is a subtree of the later one. */
    private static List<byte[]> path(long earlier, byte[] earlierRoot, List<byte[]> proof) {
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(earlier) == 1) {
            path.add(0, earlierRoot);
        }
        return path;
    }

    private static boolean leadsToBoth(
            long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> path) {
        if (path.isEmpty()) {
            return false;
        }
        int common = Long.numberOfTrailingZeros(earlier);
        long first = (earlier - 1) >>> common;
        long second = (later - 1) >>> common;
        byte[] firstHash = path.get(0);
        byte[] secondHash = path.get(0);
        for (byte[] hash : path.subList(1, path.size())) {
            if (second == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == second) {
                firstHash = TreeHash.node(hash, firstHash);
                secondHash = TreeHash.node(hash, secondHash);
                int up = (first & 1) == 1 || first == 0 ? 0 : Long.numberOfTrailingZeros(first);
                first >>>= up;
                second >>>= up;
            } else {
                secondHash = TreeHash.node(secondHash, hash);
            }
            first >>>= 1;
            second >>>= 1;
        }
        return second == 0 && Arrays.equals(firstHash, earlierRoot) && Arrays.equals(secondHash, laterRoot);
    }
}
