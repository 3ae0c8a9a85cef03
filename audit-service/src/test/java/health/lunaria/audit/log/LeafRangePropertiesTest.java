package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LeafRangePropertiesTest {

    private static final List<byte[]> LEAVES = IntStream.range(0, 700)
            .mapToObj(i -> TreeHash.leaf(new byte[] {(byte) (i >> 8), (byte) i}))
            .toList();

    @Property(tries = 500)
    void inclusionIsAsRfc6962SaysIt(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @IntRange(max = 699) int place) {
        int index = place % size;
        List<byte[]> path = hashes(LeafRange.inclusion(index, size));
        byte[] root = ReferenceTree.root(LEAVES.subList(0, size));

        assertThat(ReferenceTree.isIncluded(LEAVES.get(index), index, size, path, root))
                .isTrue();
        assertThat(ReferenceTree.isIncluded(TreeHash.leaf(new byte[3]), index, size, path, root))
                .isFalse();
    }

    @Property(tries = 500)
    void consistencyIsAsRfc6962SaysIt(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @IntRange(max = 699) int part) {
        int older = part % size + 1;
        List<byte[]> proof = hashes(LeafRange.consistency(older, size));
        byte[] root = ReferenceTree.root(LEAVES.subList(0, size));
        byte[] olderRoot = ReferenceTree.root(LEAVES.subList(0, older));

        assertThat(ReferenceTree.isConsistent(older, olderRoot, size, root, proof))
                .isTrue();
        assertThat(ReferenceTree.isConsistent(older, TreeHash.leaf(new byte[3]), size, root, proof))
                .isFalse();
    }

    @Property(tries = 200)
    void aTreeConsistsOfItsCompleteSubtrees(@ForAll @IntRange(min = 1, max = 700) int size) {
        List<Subtree> subtrees = LeafRange.tree(size).subtrees();
        byte[] hash = null;
        for (int i = subtrees.size() - 1; i >= 0; i--) {
            int from = (int) subtrees.get(i).start();
            byte[] root = ReferenceTree.root(
                    LEAVES.subList(from, from + (1 << subtrees.get(i).height())));
            hash = hash == null ? root : TreeHash.node(root, hash);
        }

        assertThat(hash).isEqualTo(ReferenceTree.root(LEAVES.subList(0, size)));
    }

    @Property(tries = 500)
    void theStoredHashesOfASubtreeStandInOneTile(
            @ForAll @IntRange(max = 40) int height, @ForAll @IntRange(max = 1_000_000) int place) {
        HashRun run = new Subtree((long) place << height, height).stored();

        assertThat(run.count()).isBetween(1, 128);
        assertThat(run.first() / HashRun.TILE_WIDTH).isEqualTo((run.end() - 1) / HashRun.TILE_WIDTH);
        assertThat((long) run.count() << 8 * run.level()).isEqualTo(1L << height);
    }

    @Example
    void whatIsNotInTheTreeHasNoProof() {
        assertThatIllegalArgumentException().isThrownBy(() -> LeafRange.inclusion(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> LeafRange.inclusion(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> LeafRange.consistency(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> LeafRange.consistency(6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subtree(3, 1));
    }

    private static List<byte[]> hashes(List<LeafRange> ranges) {
        return ranges.stream()
                .map(range -> ReferenceTree.root(LEAVES.subList((int) range.start(), (int) range.end())))
                .toList();
    }
}
