package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.cycle.testing.AppleHealthFile;
import health.lunaria.launcher.LauncherException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CycleResultsTest {

    private static final String PREDICTION = "PredictionBenchmark.predict";
    private static final MicroScore EMPTY = new MicroScore(PREDICTION, "completedCycles=0", 2.5, 0.125);
    private static final MicroScore FULL = new MicroScore(PREDICTION, "completedCycles=12", 19.94, Double.NaN);
    private static final MicroScore SLOW = new MicroScore(PREDICTION, "completedCycles=12", 20, 0.1);

    @Test
    void aimsThatWereReachedAreCalledMet() {
        assertThat(page(List.of(EMPTY, FULL), "done", 0))
                .contains("| a prediction below 20 µs, warm | 19.9 µs at most | met |")
                .contains("| 0 warnings | met |")
                .contains("300 MB before, 350 MB at most | met |")
                .doesNotContain("missed");
    }

    @Test
    void aimsThatWereMissedAreCalledMissed() {
        assertThat(page(List.of(SLOW, EMPTY), "failed (too-much)", 1))
                .contains("| 20.0 µs at most | **missed** |")
                .contains("| 1 warnings | **missed** |")
                .contains("failed (too-much), 3653 of 3653 days")
                .contains("350 MB at most | **missed** |")
                .doesNotContain("| met |");
    }

    @Test
    void everyFigureStandsInItsTable() {
        assertThat(page(List.of(EMPTY, FULL), "done", 0))
                .contains("| PredictionBenchmark.predict | completedCycles=0 | 2.50 | 0.13 |")
                .contains("| PredictionBenchmark.predict | completedCycles=12 | 19.94 |  |")
                .contains("| read a month | 200 | 100.0 | 3.0 | 3.0 |");
    }

    @Test
    void saysWhatWasMeasuredWhereAndWhen() {
        assertThat(page(List.of(EMPTY), "done", 0))
                .contains("Written by `./lunaria bench cycle` on 2026-11-24, commit `abc1234`.")
                .contains("Machine: a machine.")
                .contains("99.9 % confidence");
    }

    @Test
    void withoutAPredictionThereIsNoPage() {
        MicroScore other = new MicroScore("MonthBenchmark.open", "", 30, 1);

        assertThatThrownBy(() -> page(List.of(other), "done", 0)).isInstanceOf(LauncherException.class);
    }

    private static String page(List<MicroScore> scores, String end, long blocked) {
        long[] latencies = new long[200];
        Arrays.fill(latencies, 3_000_000);
        return new CycleResults(
                        CyclePlan.FULL,
                        scores,
                        List.of(new Measured("read a month", new Sample(2_000_000_000, latencies))),
                        new ImportOutcome(end, AppleHealthFile.DAYS, 40, OptionalLong.of(300), OptionalLong.of(350)),
                        blocked)
                .markdown(new Circumstances("a machine", "abc1234", "2026-11-24"));
    }
}
