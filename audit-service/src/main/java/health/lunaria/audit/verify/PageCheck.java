package health.lunaria.audit.verify;

import health.lunaria.audit.verify.Finding.Kind;
import health.lunaria.audit.verify.NodeRow.Place;
import health.lunaria.audit.verify.tree.CompactRange;
import health.lunaria.audit.verify.tree.TreeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Goes through one page of the log from where the page before ended: computes the tree again from the leaves, and compares
 * every hash and every checkpoint that is stored with it. Used once.
 */
final class PageCheck {

    private final LogPage page;
    private final long published;
    private final CheckpointCheck checkpointCheck;
    private final List<Finding> findings = new ArrayList<>();
    private CompactRange range;
    private byte[] leaves;
    private byte[] checkpoints;

    /** @param published up to here all hashes of subtrees must be stored, beyond it they may be */
    PageCheck(Progress before, LogPage page, long published, CheckpointCheck checkpointCheck) {
        if (before.size() != page.from()) {
            throw new IllegalArgumentException("A page begins where the one before ended");
        }
        this.page = page;
        this.published = published;
        this.checkpointCheck = checkpointCheck;
        this.range = before.range();
        this.leaves = before.leaves();
        this.checkpoints = before.checkpoints();
    }

    /**
     * @param progress as far as the page could be read: a place without a leaf ends it
     */
    record Result(Progress progress, List<Finding> findings) {}

    Result run() {
        Iterator<LeafRow> rows = page.leaves().iterator();
        for (long place = page.from(); place < page.to(); place++) {
            LeafRow row = rows.hasNext() ? rows.next() : null;
            if (row == null || row.index() != place) {
                findings.add(new Finding(Kind.LEAF_MISSING, place));
                break;
            }
            take(row);
        }
        if (findings.isEmpty() && rows.hasNext()) {
            findings.add(new Finding(Kind.LEAF_MISSING, rows.next().index()));
        }
        return new Result(Progress.of(range, leaves, checkpoints), List.copyOf(findings));
    }

    /** Goes on with the stored hash of a changed leaf: so it is found whether more than this one is wrong. */
    private void take(LeafRow row) {
        if (!Arrays.equals(TreeHash.leaf(row.leaf()), row.hash())) {
            findings.add(new Finding(Kind.LEAF_HASH, row.index()));
        }
        leaves = RowsHash.after(leaves, row);
        range = range.append(row.hash(), this::compare);
        CheckpointRow checkpoint = page.checkpoints().get(range.size());
        if (checkpoint != null) {
            findings.addAll(checkpointCheck.check(checkpoint, range.root()));
            checkpoints = RowsHash.after(checkpoints, checkpoint);
        }
    }

    private void compare(int height, long index, byte[] hash) {
        if (!Place.isOfHeight(height)) {
            return;
        }
        long size = (index + 1) << height;
        byte[] stored = page.nodes().get(Place.at(height, index));
        if (stored == null && size <= published) {
            findings.add(new Finding(Kind.NODE_MISSING, size));
        } else if (stored != null && !Arrays.equals(stored, hash)) {
            findings.add(new Finding(Kind.NODE_HASH, size));
        }
    }
}
