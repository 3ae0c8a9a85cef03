package health.lunaria.cycle.prediction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of a file of cases: predict the target from the history. */
record EvaluationCase(String id, String fold, List<Integer> history, int target) {

    static List<EvaluationCase> read(Path file) throws IOException {
        return rows(file).stream()
                .map(row -> new EvaluationCase(
                        row.get("case_id"), row.get("fold"), numbers(row.get("history")), number(row.get("target"))))
                .toList();
    }

    /** The parameters to evaluate a fold with, which were fitted without it. */
    static Map<String, CycleLengthParameters> parametersByFold(Path file) throws IOException {
        Map<String, CycleLengthParameters> parameters = new HashMap<>();
        for (Map<String, String> row : rows(file)) {
            parameters.put(
                    row.get("fitted_without_fold"),
                    CycleLengthParameters.ofFitted(
                            Double.parseDouble(row.get("m")),
                            Double.parseDouble(row.get("ln_tau")),
                            Double.parseDouble(row.get("mean_ln_sigma")),
                            Double.parseDouble(row.get("ln_sd_ln_sigma")),
                            Double.parseDouble(row.get("beta")),
                            Double.parseDouble(row.get("logit_epsilon")),
                            Double.parseDouble(row.get("ln_delta")),
                            Double.parseDouble(row.get("ln_omega"))));
        }
        return parameters;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.get(0).split(",");
        return lines.stream()
                .skip(1)
                .map(line -> row(header, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }

    private static List<Integer> numbers(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" ")).map(EvaluationCase::number).toList();
    }

    private static int number(String text) {
        return Integer.parseInt(text.trim());
    }
}
