package health.lunaria.cycle.prediction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Predicts every case of a file and writes the answers in the format of the evaluator, once by the shipped model and
 * once by the rule that most apps use. It is run by hand, as {@code docs/prediction.md} shows, because the data cannot
 * be part of the project.
 */
final class PredictionEvaluation {

    private static final int MEAN_OF = 6;

    private record Answer(double point, DayDistribution distribution) {}

    private PredictionEvaluation() {}

    /** @param args cases, parameters by fold, and the two files to write: the model's answers and the mean's */
    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("usage: CASES PARAMETERS MODEL_ANSWERS MEAN_ANSWERS");
        }
        List<EvaluationCase> cases = EvaluationCase.read(Path.of(args[0]));
        write(Path.of(args[2]), cases, model(EvaluationCase.parametersByFold(Path.of(args[1]))));
        write(Path.of(args[3]), cases, meanOfSix(cases));
    }

    /** Each fold is predicted with the parameters that were fitted without it. */
    private static Function<EvaluationCase, Answer> model(Map<String, CycleLengthParameters> parameters) {
        Map<String, CycleLengthModel> models = new HashMap<>();
        parameters.forEach((fold, fitted) -> models.put(fold, new CycleLengthModel(fitted)));
        return example -> {
            DayDistribution distribution = models.get(example.fold()).predict(example.history());
            return new Answer(distribution.median(), distribution);
        };
    }

    /** The mean of the last six, with the errors that it made in the other folds as its distribution. */
    private static Function<EvaluationCase, Answer> meanOfSix(List<EvaluationCase> cases) {
        Map<String, DayDistribution> errors = new HashMap<>();
        for (EvaluationCase example : cases) {
            errors.computeIfAbsent(example.fold(), fold -> errorsWithout(fold, cases));
        }
        double meanOfAll =
                cases.stream().mapToInt(EvaluationCase::target).average().orElseThrow();
        return example -> {
            double mean = example.history().isEmpty() ? meanOfAll : meanOfSix(example);
            int rounded = (int) Math.round(mean);
            DayDistribution error = errors.get(example.fold());
            DayRange days = new DayRange(
                    rounded + error.days().from(), rounded + error.days().to());
            return new Answer(
                    mean,
                    DayDistribution.ofWeights(days, day -> error.probability(day - rounded))
                            .orElseThrow());
        };
    }

    private static DayDistribution errorsWithout(String fold, List<EvaluationCase> cases) {
        int[] counts = new int[401];
        for (EvaluationCase example : cases) {
            if (!example.fold().equals(fold) && !example.history().isEmpty()) {
                counts[200 + example.target() - (int) Math.round(meanOfSix(example))]++;
            }
        }
        return DayDistribution.ofWeights(new DayRange(-200, 200), error -> counts[200 + error])
                .orElseThrow();
    }

    private static double meanOfSix(EvaluationCase example) {
        List<Integer> history = example.history();
        return history.subList(Math.max(0, history.size() - MEAN_OF), history.size()).stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private static void write(Path file, List<EvaluationCase> cases, Function<EvaluationCase, Answer> predictor)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("case_id,pred,lo80,hi80,lo95,hi95,pmf");
        for (EvaluationCase example : cases) {
            Answer answer = predictor.apply(example);
            DayDistribution distribution = answer.distribution();
            DayRange wide = distribution.shortestInterval(0.95);
            DayRange narrow = distribution.shortestInterval(0.8, wide);
            StringBuilder line = new StringBuilder()
                    .append(String.format(Locale.ROOT, "%s,%.6f", example.id(), answer.point()))
                    .append("," + narrow.from() + "," + narrow.to() + "," + wide.from() + "," + wide.to())
                    .append("," + distribution.days().from() + ":");
            for (int day = distribution.days().from();
                    day <= distribution.days().to();
                    day++) {
                line.append(String.format(Locale.ROOT, "%.9f ", distribution.probability(day)));
            }
            lines.add(line.toString().trim());
        }
        Files.write(file, lines);
    }
}
