package health.lunaria.cycle.sync;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.DayEntry;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncBenchmarkTest {

    private final SyncBenchmark benchmark = new SyncBenchmark();

    @Test
    void everyDayOfTwoMonthsIsChangedAndKeepsWhatWasNotTouched() {
        benchmark.prepare();

        List<DayEntry> merged = benchmark.merge();

        assertThat(merged).hasSize(SyncBenchmark.DAYS).allSatisfy(entry -> {
            assertThat(entry.revisionOf("flow")).isEqualTo(2);
            assertThat(entry.revisionOf("moods")).isEqualTo(2);
            assertThat(entry.valueOf("moods")).isNull();
            assertThat(entry.revisionOf("note")).isEqualTo(1);
            assertThat(entry.valueOf("note")).isNotNull();
        });
        assertThat(merged.stream().map(DayEntry::date).map(YearMonth::from).distinct())
                .hasSize(2);
    }

    @Test
    void aMergeIsNotMeasuredOnWhatTheMergeBeforeLeft() {
        benchmark.prepare();

        benchmark.merge();

        assertThat(benchmark.stored())
                .allSatisfy(entry -> assertThat(entry.revision()).isEqualTo(1));
        assertThat(benchmark.merge())
                .allSatisfy(entry -> assertThat(entry.revision()).isEqualTo(2));
    }
}
