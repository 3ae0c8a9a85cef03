package health.lunaria.cycle.insight;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;
import java.util.Optional;

/**
 * Whole numbers of days, in short.
 *
 * @param count how many, at least 1
 * @param median the middle one, or the mean of the two in the middle
 * @param standardDeviation of the sample (divided by {@code count} − 1); {@code null} of a single value
 */
@Confidential
record Summary(int count, double mean, double median, int shortest, int longest, Double standardDeviation) {

    /** Empty if there are no values. */
    static Optional<Summary> of(List<Integer> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        double mean = sorted.stream().mapToInt(Integer::intValue).sum() / (double) count;
        double squares = sorted.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Optional.of(new Summary(
                count,
                mean,
                (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2.0,
                sorted.get(0),
                sorted.get(count - 1),
                count == 1 ? null : Math.sqrt(squares / (count - 1))));
    }

    /** Days from the shortest to the longest: what FIGO calls the variation. */
    int variation() {
        return longest - shortest;
    }

    @Override
    public String toString() {
        return "Summary[redacted]";
    }
}
