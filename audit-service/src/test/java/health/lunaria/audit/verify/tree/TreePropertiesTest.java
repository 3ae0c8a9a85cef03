package health.lunaria.audit.verify.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Compact ranges and consistency proofs of trees of any size, against the definitions of RFC 6962. */
class TreePropertiesTest {

    private static final int MOST = 300;

    @Property(tries = 200)
    void theRootIsTheOneOfTheDefinition(@ForAll @IntRange(max = MOST) int size) {
        assertThat(range(size).root()).isEqualTo(NaiveTree.root(leaves(size)));
    }

    @Property(tries = 100)
    void everySubtreeHasTheRootOfItsLeaves(@ForAll @IntRange(max = MOST) int size) {
        List<byte[]> leaves = leaves(size);
        Map<String, byte[]> told = new HashMap<>();
        CompactRange range = CompactRange.EMPTY;
        for (byte[] leaf : leaves) {
            range = range.append(TreeHash.leaf(leaf), (height, index, hash) -> told.put(height + "." + index, hash));
        }

        for (int height = 1; 1 << height <= size; height++) {
            for (int index = 0; (index + 1) << height <= size; index++) {
                assertThat(told.remove(height + "." + index))
                        .isEqualTo(NaiveTree.root(leaves.subList(index << height, (index + 1) << height)));
            }
        }
        assertThat(told).isEmpty();
    }

    @Property(tries = 100)
    void whoRemembersOnlyThePeaksGoesOnAsIfNothingHadHappened(
            @ForAll @IntRange(max = MOST) int first, @ForAll @IntRange(max = MOST) int more) {
        CompactRange begun = range(first);
        CompactRange remembered = CompactRange.of(begun.size(), begun.peaks());
        for (byte[] leaf : leaves(first + more).subList(first, first + more)) {
            remembered = remembered.append(TreeHash.leaf(leaf), (height, index, hash) -> {});
        }

        assertThat(remembered.root()).isEqualTo(range(first + more).root());
    }

    @Property(tries = 500)
    void aProofMadeByTheDefinitionIsAccepted(
            @ForAll @IntRange(min = 1, max = MOST) int earlier, @ForAll @IntRange(min = 1, max = MOST) int later) {
        Assume.that(earlier <= later);

        assertThat(proves(earlier, later, NaiveTree.consistency(earlier, leaves(later))))
                .isTrue();
    }

    @Property(tries = 500)
    void aProofWithAFlippedBitIsRefused(
            @ForAll @IntRange(min = 1, max = MOST) int earlier,
            @ForAll @IntRange(min = 1, max = MOST) int later,
            @ForAll @IntRange(max = 10_000) int bit) {
        Assume.that(earlier < later);
        List<byte[]> proof = copies(NaiveTree.consistency(earlier, leaves(later)));
        byte[] flipped = proof.get(bit / 256 % proof.size());
        flipped[bit / 8 % flipped.length] ^= (byte) (1 << bit % 8);

        assertThat(proves(earlier, later, proof)).isFalse();
    }

    @Property(tries = 200)
    void aProofThatIsTooShortOrTooLongIsRefused(
            @ForAll @IntRange(min = 1, max = MOST) int earlier, @ForAll @IntRange(min = 1, max = MOST) int later) {
        Assume.that(earlier <= later);
        List<byte[]> proof = NaiveTree.consistency(earlier, leaves(later));
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[TreeHash.LENGTH]);

        assertThat(proves(earlier, later, longer)).isFalse();
        if (!proof.isEmpty()) {
            assertThat(proves(earlier, later, proof.subList(1, proof.size()))).isFalse();
            assertThat(proves(earlier, later, proof.subList(0, proof.size() - 1)))
                    .isFalse();
        }
    }

    @Property(tries = 200)
    void aTreeThatWasRewrittenIsNotAContinuation(
            @ForAll @IntRange(min = 1, max = MOST) int earlier,
            @ForAll @IntRange(min = 1, max = MOST) int later,
            @ForAll @IntRange(max = MOST) int changed) {
        Assume.that(earlier < later && changed < earlier);
        List<byte[]> rewritten = copies(leaves(later));
        rewritten.get(changed)[0] ^= 1;

        assertThat(ConsistencyCheck.proves(
                        earlier,
                        NaiveTree.root(leaves(earlier)),
                        later,
                        NaiveTree.root(rewritten),
                        NaiveTree.consistency(earlier, rewritten)))
                .isFalse();
    }

    @Property(tries = 50)
    void nothingShrinksOrBeginsBeforeZero(@ForAll @IntRange(min = 1, max = MOST) int size) {
        byte[] root = NaiveTree.root(leaves(size));

        assertThat(ConsistencyCheck.proves(size + 1, root, size, root, List.of()))
                .isFalse();
        assertThat(ConsistencyCheck.proves(-1, root, size, root, List.of())).isFalse();
        assertThat(ConsistencyCheck.proves(0, TreeHash.empty(), size, root, List.of()))
                .isTrue();
        assertThat(ConsistencyCheck.proves(0, root, size, root, List.of())).isFalse();
        assertThat(ConsistencyCheck.proves(size, root, size, TreeHash.empty(), List.of()))
                .isFalse();
    }

    private static boolean proves(int earlier, int later, List<byte[]> proof) {
        return ConsistencyCheck.proves(
                earlier, NaiveTree.root(leaves(earlier)), later, NaiveTree.root(leaves(later)), proof);
    }

    private static CompactRange range(int size) {
        CompactRange range = CompactRange.EMPTY;
        for (byte[] leaf : leaves(size)) {
            range = range.append(TreeHash.leaf(leaf), (height, index, hash) -> {});
        }
        return range;
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> ByteBuffer.allocate(Integer.BYTES).putInt(i).array())
                .toList();
    }

    private static List<byte[]> copies(List<byte[]> hashes) {
        List<byte[]> copies = new ArrayList<>();
        hashes.forEach(hash -> copies.add(hash.clone()));
        return copies;
    }
}
