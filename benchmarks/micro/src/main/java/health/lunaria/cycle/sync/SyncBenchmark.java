package health.lunaria.cycle.sync;

import health.lunaria.benchmarks.micro.SampleDay;
import health.lunaria.cycle.day.DayEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to merge thirty changed days into the two months that they lie in; opening and sealing these is not part of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class SyncBenchmark {

    static final int DAYS = 30;

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 17);

    private List<DayEntry> stored;
    private List<DayChange> changes;

    @Setup
    public void prepare() {
        stored = merged(changes(0, false), dates().map(DayEntry::none).toList(), 1);
        changes = changes(1, true);
    }

    @Benchmark
    public List<DayEntry> merge() {
        return merged(changes, stored, 2);
    }

    List<DayEntry> stored() {
        return stored;
    }

    private static List<DayEntry> merged(List<DayChange> changes, List<DayEntry> before, long revision) {
        BatchMerge batch = new BatchMerge(changes, revision);
        List<DayEntry> after = new ArrayList<>(before.size());
        for (DayEntry entry : before) {
            after.add(batch.apply(entry));
        }
        return after;
    }

    /** @param again whether a few fields of each day are changed, or all of them set */
    private static List<DayChange> changes(long base, boolean again) {
        return dates().map(date -> {
                    String fields = again
                            ? "{\"flow\":\"light\",\"temperatureCelsius\":36.99,\"symptoms\":[\"headache\"],\"moods\":null}"
                            : SampleDay.fields(date);
                    String json = "{\"date\":\"%s\",\"baseRevision\":%d,\"day\":%s}".formatted(date, base, fields);
                    return SampleDay.read(json, DayChange.class);
                })
                .toList();
    }

    private static Stream<LocalDate> dates() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS));
    }
}
