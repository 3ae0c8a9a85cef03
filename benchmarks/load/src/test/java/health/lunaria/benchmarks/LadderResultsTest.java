package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderResultsTest {

    private static final long SECOND = 1_000_000_000;

    private final Ladder ladder = new Ladder();

    @Test
    void aRoundIsComparedWithItself() {
        // The machine was half as fast in the second round: each step loses a fifth all the same.
        for (Operation operation : Operation.values()) {
            round(operation, 1000, 800, 400);
            round(operation, 500, 400, 200);
        }

        assertThat(ladder.ratios(Rung.ENCRYPTION, Rung.PLAIN, Operation.PREDICT))
                .containsExactly(0.8, 0.8);
        assertThat(page(20, 2000))
                .contains("| predict | + encryption | 600 | 1.0 | 1.0 | 0.80 (0.80 to 0.80) |")
                .contains("| predict | + audit | 300 | 1.0 | 1.0 | 0.50 (0.50 to 0.50) |");
    }

    @Test
    void aMissedAimIsCalledMissed() {
        for (Operation operation : Operation.values()) {
            round(operation, 1000, operation == Operation.PREDICT ? 840 : 1000, 400);
        }

        assertThat(page(30.5, 3072))
                .contains("| 16 % at most | **missed** |")
                .contains("| 30.5 s at most | **missed** |")
                .contains("| 3072 MB | **missed** |");
    }

    @Test
    void anAimThatWasReachedIsCalledMet() {
        for (Operation operation : Operation.values()) {
            round(operation, 1000, 860, 400);
        }

        assertThat(page(29.9, 3071))
                .contains("| 14 % at most | met |")
                .contains("| 29.9 s at most | met |")
                .contains("| 3071 MB | met |");
    }

    @Test
    void saysWhatWasMeasuredWhereAndWhen() {
        for (Operation operation : Operation.values()) {
            round(operation, 1000, 900, 800);
        }

        assertThat(page(20, 2000))
                .contains("a machine")
                .contains("abc1234")
                .contains("2026-11-24")
                .contains("17 records");
    }

    private void round(Operation operation, int plain, int encryption, int audit) {
        ladder.add(Rung.PLAIN, operation, sample(plain));
        ladder.add(Rung.ENCRYPTION, operation, sample(encryption));
        ladder.add(Rung.AUDIT, operation, sample(audit));
    }

    /** That many calls in a second, of a millisecond each. */
    private static Sample sample(int calls) {
        long[] latencies = new long[calls];
        Arrays.fill(latencies, SECOND / 1000);
        return new Sample(SECOND, latencies);
    }

    private String page(double warmStart, long megabytes) {
        return new LadderResults(LadderPlan.FULL, ladder, 17, List.of(warmStart), megabytes)
                .markdown(new Circumstances("a machine", "abc1234", "2026-11-24"));
    }
}
