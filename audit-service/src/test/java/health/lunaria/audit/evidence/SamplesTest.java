package health.lunaria.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final String SEED = "auditor-2026-q4/1";

    /** Computed once by another program, in another language. */
    @Test
    void theyAreThoseThatFollowFromTheSeed() {
        assertThat(Samples.indexes(SEED, 1_000, 2_000_000).subList(0, 3))
                .containsExactly(1_967_444L, 1_859_696L, 1_941_778L);
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(Samples.indexes(SEED, 0, 1_000_000))
                .doesNotContainAnyElementsOf(Samples.indexes(SEED + "x", 0, 1_000_000));
    }

    @Test
    void whereNothingCameThereIsNothingToSample() {
        assertThat(Samples.indexes(SEED, 7, 7)).isEmpty();
    }

    @Test
    void whereLittleCameAllOfItIsSampled() {
        assertThat(Samples.indexes(SEED, 10, 14)).containsExactlyInAnyOrder(10L, 11L, 12L, 13L);
    }
}
