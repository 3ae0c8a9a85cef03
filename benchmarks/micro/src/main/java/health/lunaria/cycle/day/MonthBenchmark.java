package health.lunaria.cycle.day;

import health.lunaria.benchmarks.micro.SampleDay;
import health.lunaria.safeguards.encryption.BenchmarkKeys;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.SubjectKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
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

/** What it costs to seal and to open a month of which every day is logged: CBOR, padding and cipher. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class MonthBenchmark {

    private static final SealedColumn<DayMonth> COLUMN = SealedColumn.of("day_month", "sealed", 1, DayMonth.class);
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final long REVISION = 7;

    private SubjectKey key;
    private Locator row;
    private DayMonth month;
    private byte[] sealed;

    @Setup
    public void prepare() {
        key = BenchmarkKeys.anyone();
        row = key.locator(DayMonth.label(MONTH));
        month = DayMonth.of(MONTH.atDay(1)
                .datesUntil(MONTH.plusMonths(1).atDay(1))
                .map(MonthBenchmark::entry)
                .toList());
        sealed = seal();
    }

    @Benchmark
    public byte[] seal() {
        return COLUMN.seal(key, row, REVISION, month);
    }

    /** The record is not public. */
    @Benchmark
    public Object open() {
        return COLUMN.open(key, row, REVISION, sealed);
    }

    private static DayEntry entry(LocalDate date) {
        LoggedDay logged = SampleDay.read(SampleDay.fields(date), LoggedDay.class);
        return DayEntry.none(date).replacedBy(logged.toDay(date), REVISION);
    }
}
