package health.lunaria.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that was measured: for each step and operation one {@link Sample} per round. */
final class Ladder {

    private final Map<Rung, Map<Operation, List<Sample>>> samples = new EnumMap<>(Rung.class);

    void add(Rung rung, Operation operation, Sample sample) {
        samples.computeIfAbsent(rung, key -> new EnumMap<>(Operation.class))
                .computeIfAbsent(operation, key -> new ArrayList<>())
                .add(sample);
    }

    /** All rounds as one. */
    Sample all(Rung rung, Operation operation) {
        return Sample.of(rounds(rung, operation));
    }

    /**
     * Throughput of one step by that of another, of each round, ascending. A round is compared with itself, because a machine
     * is not equally fast in every minute.
     */
    List<Double> ratios(Rung rung, Rung to, Operation operation) {
        List<Sample> these = rounds(rung, operation);
        List<Sample> those = rounds(to, operation);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < these.size(); round++) {
            ratios.add(these.get(round).throughput() / those.get(round).throughput());
        }
        return ratios.stream().sorted().toList();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private List<Sample> rounds(Rung rung, Operation operation) {
        return samples.getOrDefault(rung, Map.of()).getOrDefault(operation, List.of());
    }
}
