package health.lunaria.cycle.prediction;

import health.lunaria.cycle.history.CycleHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Histories whose running cycle began on {@link #START}. */
final class Histories {

    static final LocalDate START = LocalDate.of(2026, 3, 2);

    private Histories() {}

    static CycleHistory history(Integer... lengths) {
        return history(List.of(lengths));
    }

    /** Completed cycles of these lengths, oldest first, and the running one. */
    static CycleHistory history(List<Integer> lengths) {
        return CycleHistory.derive(starts(lengths));
    }

    static List<LocalDate> starts(List<Integer> lengths) {
        List<LocalDate> starts = new ArrayList<>();
        LocalDate start = START;
        starts.add(start);
        for (int i = lengths.size() - 1; i >= 0; i--) {
            start = start.minusDays(lengths.get(i));
            starts.add(start);
        }
        return starts;
    }
}
