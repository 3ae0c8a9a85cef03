package health.lunaria.audit.verify.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * All that has to be remembered of a tree to make it grow and to know its root: the roots of the perfect subtrees that it
 * consists of, one for each bit set in its size, the largest first. Immutable.
 */
public final class CompactRange {

    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    private final long size;
    private final List<byte[]> peaks;

    private CompactRange(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /**
     * One that was remembered.
     *
     * @throws IllegalArgumentException if there are not as many peaks as a tree of this size has
     */
    public static CompactRange of(long size, List<byte[]> peaks) {
        if (size < 0
                || peaks.size() != Long.bitCount(size)
                || peaks.stream().anyMatch(peak -> peak.length != TreeHash.LENGTH)) {
            throw new IllegalArgumentException("These are not the peaks of a tree of this size");
        }
        return new CompactRange(size, List.copyOf(peaks));
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    public List<byte[]> peaks() {
        return peaks;
    }

    /**
     * The tree with one more leaf.
     *
     * @param completed is told of every perfect subtree of two leaves or more that this leaf completes, the smallest first
     */
    public CompactRange append(byte[] leafHash, Completed completed) {
        List<byte[]> grown = new ArrayList<>(peaks);
        byte[] hash = leafHash;
        for (int height = 0; (size >>> height & 1) == 1; height++) {
            hash = TreeHash.node(grown.remove(grown.size() - 1), hash);
            completed.subtree(height + 1, size >>> (height + 1), hash);
        }
        grown.add(hash);
        return new CompactRange(size + 1, grown);
    }

    /** The Merkle tree hash of all leaves. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return TreeHash.empty();
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.node(peaks.get(i), root);
        }
        return root;
    }

    /** Who wants to know of perfect subtrees. */
    @FunctionalInterface
    public interface Completed {

        /**
         * @param height the subtree has {@code 2^height} leaves
         * @param index its place among those of its height, from 0
         */
        void subtree(int height, long index, byte[] hash);
    }
}
