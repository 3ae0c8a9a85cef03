package health.lunaria.cycle.prediction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One row of {@code golden.csv} or {@code golden-wide.csv}, which {@code reference.py} computed and describes. */
record ReferenceCase(
        String name,
        List<Integer> lengths,
        int elapsedDays,
        List<Integer> ovulationDays,
        List<Integer> lutealLengths,
        Expected length,
        Expected ovulation,
        List<Double> fertile) {

    /** What the reference implementation says of one distribution; null in the case in which it says nothing. */
    record Expected(int median, List<DayRange> intervals, List<Double> probabilities) {}

    static List<ReferenceCase> all(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceCase.class.getResourceAsStream("/prediction/" + file)),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(ReferenceCase::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static ReferenceCase parse(String line) {
        String[] cells = line.split(",", -1);
        List<int[]> ovulations = words(cells[3])
                .map(pair -> Arrays.stream(pair.split(":"))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
        boolean answered = !cells[4].isEmpty();
        return new ReferenceCase(
                cells[0],
                words(cells[1]).map(Integer::valueOf).toList(),
                Integer.parseInt(cells[2]),
                ovulations.stream().map(pair -> pair[0]).toList(),
                ovulations.stream().map(pair -> pair[1] - pair[0]).toList(),
                answered ? expected(cells, 4) : null,
                answered ? expected(cells, 9) : null,
                numbers(cells[14]));
    }

    private static Expected expected(String[] cells, int from) {
        List<DayRange> intervals = Stream.of(cells[from + 1], cells[from + 2], cells[from + 3])
                .map(range -> range.split("-"))
                .map(ends -> new DayRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList();
        return new Expected(Integer.parseInt(cells[from]), intervals, numbers(cells[from + 4]));
    }

    private static List<Double> numbers(String cell) {
        return words(cell).map(Double::valueOf).toList();
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}
