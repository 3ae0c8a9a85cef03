package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditResultsTest {

    private static final long SECOND = 1_000_000_000;
    private static final long LEAVES = AuditPlan.FULL.leaves();

    @Test
    void aimsThatWereReachedAreCalledMet() {
        assertThat(page(integration(200, 25, 1_999), 9.9, LEAVES, 0, 0))
                .contains("| 5,000 events a second are integrated, in batches of 200 | 5000 events/s | met |")
                .contains("| p99 of their integration below 2 s | 1999 ms | met |")
                .contains("| 9.9 ms with 10000000 entries | met |")
                .contains("| 0 findings | met |")
                .contains("| 0 warnings | met |")
                .contains("found nothing wrong")
                .doesNotContain("**");
    }

    @Test
    void aimsThatWereMissedAreCalledMissed() {
        assertThat(page(integration(200, 24, 2_000), 10, LEAVES, 1, 1))
                .contains("| 4800 events/s | **missed** |")
                .contains("| 2000 ms | **missed** |")
                .contains("| 10.0 ms with 10000000 entries | **missed** |")
                .contains("| 1 findings | **missed** |")
                .contains("| 1 warnings | **missed** |")
                .contains("**with findings**")
                .doesNotContain("| met |");
    }

    @Test
    void proofsOfASmallLogReachNoAim() {
        assertThat(page(integration(200, 25, 10), 1, LEAVES - 1, 0, 0))
                .contains("| 1.0 ms with 9999999 entries | **missed** |");
    }

    @Test
    void everyFigureStandsInItsTable() {
        assertThat(page(integration(200, 25, 500), 5, LEAVES, 0, 0))
                .contains("| 200 | 25 | 5000 | 500.0 | 500.0 | 500.0 | 1500 | 1500 | 1500 |")
                .contains("| 200 | 200 | 100 | 700 | 900 |")
                .contains("| a proof of an entry | 50 | 5.0 | 5.0 | 5.0 |")
                .contains(
                        "5000000 leaves left to verify, which took it 100 s (50000 a second)",
                        "took the service 2.5 ms")
                .contains("40 s.", "90 s after the first leaf", "3 entries of a user");
    }

    @Test
    void saysWhatWasMeasuredWhereAndWhenAndWhatIsAssumed() {
        assertThat(page(integration(200, 25, 500), 5, LEAVES, 0, 0))
                .contains("Written by `./lunaria bench audit` on 2026-11-24, commit `abc1234`.")
                .contains("Machine: a machine.")
                .contains("Assumed list prices")
                .contains("6 senders", "2000 people", "limited to 192 MB");
    }

    /** In a second. */
    private static Integration integration(int batch, int batches, long milliseconds) {
        double events = (double) batch * batches;
        return new Integration(
                batch,
                sample(batches, milliseconds),
                sample(batches, milliseconds + 1000),
                200e-6 * events,
                100e-6 * events,
                (long) (700 * events),
                (long) (900 * events));
    }

    private static Sample sample(int count, double milliseconds) {
        long[] latencies = new long[count];
        Arrays.fill(latencies, (long) (milliseconds * 1e6));
        return new Sample(SECOND, latencies);
    }

    private static String page(Integration integration, double proof, long leaves, long findings, long blocked) {
        return new AuditResults(
                        AuditPlan.FULL,
                        List.of(integration),
                        new FilledLog(leaves, List.of(1L, 2L, 3L), 40, 90),
                        List.of(new Measured("a proof of an entry", sample(50, 5))),
                        new ProofTimes(proof / 2, proof),
                        new Verification(5_000_000, 100, findings),
                        blocked)
                .markdown(new Circumstances("a machine", "abc1234", "2026-11-24"));
    }
}
