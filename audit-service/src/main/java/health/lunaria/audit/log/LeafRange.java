package health.lunaria.audit.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The leaves from {@code start} up to and without {@code end}, as far as the tree of RFC 6962 has a node, or the right edge
 * of one, above just these: proofs consist of the hashes of such ranges.
 */
record LeafRange(long start, long end) {

    LeafRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A range has at least one leaf");
        }
    }

    /** The whole tree of some size. */
    static LeafRange tree(long size) {
        return new LeafRange(0, size);
    }

    /**
     * PATH(index, D[size]) of RFC 6962, section 2.1.1: the ranges whose hashes prove that a leaf is in the tree, beginning
     * with the sibling of the leaf.
     */
    static List<LeafRange> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("The leaf is not in a tree of this size");
        }
        Deque<LeafRange> path = new ArrayDeque<>();
        LeafRange within = tree(size);
        while (within.leaves() > 1) {
            boolean isLeft = index < within.middle();
            path.addFirst(isLeft ? within.right() : within.left());
            within = isLeft ? within.left() : within.right();
        }
        return List.copyOf(path);
    }

    /**
     * PROOF(size of the older tree, D[size]) of RFC 6962, section 2.1.2: the ranges whose hashes prove that one tree
     * continues the other. Empty when both are the same.
     *
     * @param older at least 1, at most {@code size}
     */
    static List<LeafRange> consistency(long older, long size) {
        if (older < 1 || older > size) {
            throw new IllegalArgumentException("The older tree is not empty and not larger");
        }
        Deque<LeafRange> path = new ArrayDeque<>();
        LeafRange within = tree(size);
        while (within.end != older) {
            boolean isLeft = older <= within.middle();
            path.addFirst(isLeft ? within.right() : within.left());
            within = isLeft ? within.left() : within.right();
        }
        // What both trees have as their left edge is known to whoever knows the older root.
        if (within.start > 0) {
            path.addFirst(within);
        }
        return List.copyOf(path);
    }

    /** The complete subtrees that it consists of, from left to right: each is smaller than the one before. */
    List<Subtree> subtrees() {
        List<Subtree> subtrees = new ArrayList<>();
        long from = start;
        while (from < end) {
            int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - from);
            subtrees.add(new Subtree(from, height));
            from += 1L << height;
        }
        return subtrees;
    }

    private long leaves() {
        return end - start;
    }

    /** Splits at the largest power of two below the number of leaves, as the tree does. */
    private long middle() {
        return start + Long.highestOneBit(leaves() - 1);
    }

    private LeafRange left() {
        return new LeafRange(start, middle());
    }

    private LeafRange right() {
        return new LeafRange(middle(), end);
    }
}
