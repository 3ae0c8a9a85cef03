package health.lunaria.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Held against proofs that are computed as RFC 6962 defines them. */
class ConsistencyProofPropertiesTest {

    private static final TestLog LOG = TestLog.withLeaves(130);
    private static final TestLog OTHER = LOG.forkedAt(0);

    @Property(tries = 400)
    void theProofOfALogThatGrewIsAccepted(
            @ForAll @IntRange(max = 130) int one, @ForAll @IntRange(max = 130) int other) {
        int oldSize = Math.min(one, other);
        int newSize = Math.max(one, other);

        assertThat(isValid(oldSize, newSize, LOG.proof(oldSize, newSize))).isTrue();
    }

    @Property(tries = 200)
    void withAnyHashAlteredItIsRefused(
            @ForAll @IntRange(min = 1, max = 129) int oldSize,
            @ForAll @IntRange(min = 1, max = 130) int grownBy,
            @ForAll @IntRange(max = 255) int bit) {
        int newSize = Math.min(130, oldSize + grownBy);
        List<byte[]> proof = LOG.proof(oldSize, newSize);
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> altered = new ArrayList<>(proof);
            altered.set(i, flipped(proof.get(i), bit));
            assertThat(isValid(oldSize, newSize, altered)).isFalse();
        }
        assertThat(ConsistencyProof.isValid(
                        oldSize, flipped(LOG.root(oldSize), bit), newSize, LOG.root(newSize), proof))
                .isFalse();
        assertThat(ConsistencyProof.isValid(
                        oldSize, LOG.root(oldSize), newSize, flipped(LOG.root(newSize), bit), proof))
                .isFalse();
    }

    @Property(tries = 200)
    void withAHashMoreOrLessItIsRefused(
            @ForAll @IntRange(min = 1, max = 129) int oldSize, @ForAll @IntRange(min = 1, max = 130) int grownBy) {
        int newSize = Math.min(130, oldSize + grownBy);
        List<byte[]> proof = LOG.proof(oldSize, newSize);
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            assertThat(isValid(oldSize, newSize, shorter)).isFalse();
        }
        for (int i = 0; i <= proof.size(); i++) {
            List<byte[]> longer = new ArrayList<>(proof);
            longer.add(i, LOG.root(1));
            assertThat(isValid(oldSize, newSize, longer)).isFalse();
        }
    }

    @Property(tries = 200)
    void ofOtherSizesItIsRefused(
            @ForAll @IntRange(min = 1, max = 129) int oldSize,
            @ForAll @IntRange(min = 2, max = 130) int newSize,
            @ForAll @IntRange(min = 1, max = 130) int claimed) {
        Assume.that(oldSize < newSize && claimed > oldSize && claimed != newSize);

        assertThat(ConsistencyProof.isValid(
                        oldSize, LOG.root(oldSize), claimed, LOG.root(claimed), LOG.proof(oldSize, newSize)))
                .isFalse();
    }

    @Property(tries = 100)
    void betweenTwoLogsThereIsNone(
            @ForAll @IntRange(min = 1, max = 130) int oldSize, @ForAll @IntRange(max = 129) int grownBy) {
        int newSize = Math.min(130, oldSize + grownBy);
        for (TestLog prover : List.of(LOG, OTHER)) {
            assertThat(ConsistencyProof.isValid(
                            oldSize, LOG.root(oldSize), newSize, OTHER.root(newSize), prover.proof(oldSize, newSize)))
                    .isFalse();
        }
    }

    private static boolean isValid(int oldSize, int newSize, List<byte[]> proof) {
        return ConsistencyProof.isValid(oldSize, LOG.root(oldSize), newSize, LOG.root(newSize), proof);
    }

    private static byte[] flipped(byte[] hash, int bit) {
        byte[] flipped = hash.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
