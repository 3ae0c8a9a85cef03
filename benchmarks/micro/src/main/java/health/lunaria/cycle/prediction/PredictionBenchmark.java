package health.lunaria.cycle.prediction;

import health.lunaria.cycle.history.CycleHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a prediction costs once the cycles are known. The model's tables are made before, as at the service's start. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class PredictionBenchmark {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int[] LENGTHS = {28, 31, 27, 29, 26, 30};

    /** The model looks at the last twelve: more cost nothing. */
    @Param({"0", "3", "12"})
    int completedCycles;

    private CyclePredictor predictor;
    private CycleHistory history;
    private LocalDate noPeriodThrough;

    @Setup
    public void prepare() {
        predictor = new CyclePredictor(CycleLengthModel.shipped());
        List<LocalDate> starts = new ArrayList<>(List.of(START));
        for (int i = 0; i < completedCycles; i++) {
            starts.add(starts.get(i).minusDays(LENGTHS[i % LENGTHS.length]));
        }
        history = CycleHistory.derive(starts);
        noPeriodThrough = START.plusDays(14);
    }

    @Benchmark
    public PredictionOutcome predict() {
        return predictor.predict(history, noPeriodThrough, List.of());
    }
}
