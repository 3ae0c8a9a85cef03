package health.lunaria.cycle.export;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lengths in days, summed up.
 *
 * @param deviation standard deviation of the sample (n − 1); empty for a single length
 */
@Confidential
record LengthStatistics(int count, double mean, int shortest, int longest, OptionalDouble deviation) {

    /** @return empty for no lengths */
    static Optional<LengthStatistics> of(List<Integer> lengths) {
        if (lengths.isEmpty()) {
            return Optional.empty();
        }
        IntSummaryStatistics summary =
                lengths.stream().mapToInt(Integer::intValue).summaryStatistics();
        double mean = summary.getAverage();
        double squares = lengths.stream()
                .mapToDouble(length -> (length - mean) * (length - mean))
                .sum();
        OptionalDouble deviation = lengths.size() == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squares / (lengths.size() - 1)));
        return Optional.of(new LengthStatistics(lengths.size(), mean, summary.getMin(), summary.getMax(), deviation));
    }

    @Override
    public String toString() {
        return "LengthStatistics[redacted]";
    }
}
