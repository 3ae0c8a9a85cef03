package health.lunaria.audit.verify;

import health.lunaria.audit.verify.tree.CompactRange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;

/**
 * What is remembered of the beginning of the log that was read.
 *
 * @param size how many leaves
 * @param peaks of the tree of these leaves, see {@link CompactRange}
 * @param leaves chain over their rows, see {@link RowsHash}
 * @param checkpoints chain over the rows of checkpoints of up to this size
 */
@RegisterForReflection
record Progress(long size, List<byte[]> peaks, byte[] leaves, byte[] checkpoints) {

    static final Progress NONE = new Progress(0, List.of(), RowsHash.ofNone(), RowsHash.ofNone());

    Progress {
        // CBOR leaves empty lists out.
        peaks = peaks == null ? List.of() : CompactRange.of(size, peaks).peaks();
    }

    static Progress of(CompactRange range, byte[] leaves, byte[] checkpoints) {
        return new Progress(range.size(), range.peaks(), leaves, checkpoints);
    }

    CompactRange range() {
        return CompactRange.of(size, peaks);
    }

    boolean hasSameLeavesAs(Progress other) {
        return size == other.size
                && Arrays.equals(range().root(), other.range().root())
                && Arrays.equals(leaves, other.leaves);
    }

    boolean hasSameCheckpointsAs(Progress other) {
        return Arrays.equals(checkpoints, other.checkpoints);
    }
}
