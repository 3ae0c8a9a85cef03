package health.lunaria.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one microbenchmark came to.
 *
 * @param benchmark class and method, without the package
 * @param parameters as in "completedCycles=3"; may be empty
 * @param mean microseconds of one call
 * @param error half of the mean's 99.9 % confidence interval; NaN if there are too few measurements for one
 */
record MicroScore(String benchmark, String parameters, double mean, double error) {

    private static final String UNIT = "us/op";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads JMH's report.
     *
     * @throws LauncherException if it is no such report, or something was measured in another unit
     */
    static List<MicroScore> read(Path report) {
        try {
            List<MicroScore> scores = new ArrayList<>();
            JSON.readTree(report.toFile()).forEach(result -> scores.add(of(result)));
            if (scores.isEmpty()) {
                throw new LauncherException("The microbenchmarks measured nothing");
            }
            return scores;
        } catch (IOException unreadable) {
            throw new LauncherException("The microbenchmarks left no readable report: " + report, unreadable);
        }
    }

    private static MicroScore of(JsonNode result) {
        String name = result.path("benchmark").asText();
        JsonNode metric = result.path("primaryMetric");
        if (!metric.path("score").isNumber()
                || !metric.path("scoreUnit").asText().equals(UNIT)) {
            throw new LauncherException("The microbenchmark " + name + " has no mean in microseconds");
        }
        List<String> parameters = new ArrayList<>();
        result.path("params")
                .properties()
                .forEach(each ->
                        parameters.add(each.getKey() + "=" + each.getValue().asText()));
        return new MicroScore(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                String.join(", ", parameters),
                metric.path("score").doubleValue(),
                // JMH writes NaN as a string.
                metric.path("scoreError").isNumber() ? metric.path("scoreError").doubleValue() : Double.NaN);
    }
}
