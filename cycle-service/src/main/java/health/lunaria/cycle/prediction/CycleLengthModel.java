package health.lunaria.cycle.prediction;

import java.util.List;

/**
 * Predicts how many days a cycle lasts, from the lengths logged before: a Bayesian mixture over the mean and the spread
 * of somebody's cycles and the chance that a period went unlogged. {@code docs/prediction.md} has the formulas and what
 * was measured.
 *
 * <p>Immutable and safe for use by several threads. Everything that does not depend on a history is computed once, in
 * some tens of milliseconds; a prediction then takes microseconds.
 */
public final class CycleLengthModel {

    /** The days on which a cycle can end. */
    public static final DayRange PREDICTED_DAYS = new DayRange(10, 90);

    /** Longer logged lengths count as this one. */
    public static final int LENGTH_CAP = 130;

    /** So many of the last logged lengths are looked at. */
    public static final int LENGTHS_USED = 12;

    /** So many where cycles change from year to year. */
    private static final int LENGTHS_USED_WIDE = 6;

    private static final int SHORTEST_MEAN = 18;
    private static final int LONGEST_MEAN = 60;
    private static final int SPREADS = 8;

    private static final double LEAST_SPREAD = 0.8;
    private static final double GREATEST_SPREAD = 12;

    private static final double[] UNLOGGED_CHANCES = {0.003, 0.05, 0.2};
    private static final double[] UNLOGGED_CHANCE_WEIGHTS = {0.6, 0.3, 0.1};
    private static final double LEAST_LIKELIHOOD = 1e-12;

    /** Weight of each hypothesis and unlogged chance; the chances of one hypothesis are neighbours. */
    private final double[] prior;

    /** For each logged length from 1 to the cap, its likelihood per hypothesis and unlogged chance. */
    private final double[][] likelihoods;

    /** For each hypothesis, the probability of each of the predicted days. */
    private final double[][] predictions;

    private final int lengthsUsed;

    public CycleLengthModel(CycleLengthParameters parameters) {
        this(parameters, LENGTHS_USED);
    }

    private CycleLengthModel(CycleLengthParameters parameters, int lengthsUsed) {
        this.lengthsUsed = lengthsUsed;
        LengthHypothesis[] hypotheses = hypotheses(parameters);
        prior = prior(hypotheses);
        likelihoods = likelihoods(hypotheses);
        predictions = predictions(hypotheses);
    }

    /** The model with the {@linkplain CycleLengthParameters#SHIPPED shipped parameters}, computed on first use. */
    public static CycleLengthModel shipped() {
        return Shipped.MODEL;
    }

    /**
     * The shipped model with a wider prior and a shorter memory, for perimenopause and the first years of having periods;
     * computed on first use.
     */
    public static CycleLengthModel wide() {
        return Wide.MODEL;
    }

    /** How many of the last logged lengths it looks at. */
    public int lengthsUsed() {
        return lengthsUsed;
    }

    /**
     * How long the cycle after the logged ones lasts.
     *
     * @param loggedLengths lengths of completed cycles in days, each at least 1, oldest first; may be empty
     */
    public DayDistribution predict(List<Integer> loggedLengths) {
        double[] weights = prior.clone();
        for (int length : last(loggedLengths)) {
            if (length < 1) {
                throw new IllegalArgumentException("a cycle lasts at least one day");
            }
            multiply(weights, likelihoods[Math.min(length, LENGTH_CAP) - 1]);
        }
        return DayDistribution.ofWeights(PREDICTED_DAYS, mix(weights)).orElseThrow();
    }

    private List<Integer> last(List<Integer> lengths) {
        return lengths.subList(Math.max(0, lengths.size() - lengthsUsed), lengths.size());
    }

    /**
     * Without rescaling: a product of {@value #LENGTHS_USED} likelihoods, none below {@value #LEAST_LIKELIHOOD}, is far from an
     * underflow, and only the ratios of the weights matter.
     */
    private static void multiply(double[] weights, double[] likelihood) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= likelihood[i];
        }
    }

    private double[] mix(double[] weights) {
        double[] days = new double[PREDICTED_DAYS.days()];
        for (int h = 0; h < predictions.length; h++) {
            double weight = 0;
            for (int c = 0; c < UNLOGGED_CHANCES.length; c++) {
                weight += weights[h * UNLOGGED_CHANCES.length + c];
            }
            double[] prediction = predictions[h];
            for (int i = 0; i < days.length; i++) {
                days[i] += weight * prediction[i];
            }
        }
        return days;
    }

    private static LengthHypothesis[] hypotheses(CycleLengthParameters parameters) {
        int means = LONGEST_MEAN - SHORTEST_MEAN + 1;
        double ratio = Math.log(GREATEST_SPREAD / LEAST_SPREAD) / (SPREADS - 1);
        LengthHypothesis[] hypotheses = new LengthHypothesis[means * SPREADS];
        for (int h = 0; h < hypotheses.length; h++) {
            double spread = LEAST_SPREAD * Math.exp(ratio * (h % SPREADS));
            hypotheses[h] = new LengthHypothesis(SHORTEST_MEAN + h / SPREADS, spread, parameters);
        }
        return hypotheses;
    }

    private static double[] prior(LengthHypothesis[] hypotheses) {
        double[] prior = new double[hypotheses.length * UNLOGGED_CHANCES.length];
        for (int i = 0; i < prior.length; i++) {
            double weight = UNLOGGED_CHANCE_WEIGHTS[i % UNLOGGED_CHANCES.length];
            prior[i] = hypotheses[i / UNLOGGED_CHANCES.length].prior() * weight;
        }
        return prior;
    }

    private static double[][] likelihoods(LengthHypothesis[] hypotheses) {
        double[][] likelihoods = new double[LENGTH_CAP][hypotheses.length * UNLOGGED_CHANCES.length];
        for (int length = 1; length <= LENGTH_CAP; length++) {
            for (int h = 0; h < hypotheses.length; h++) {
                double one = hypotheses[h].probability(1, length);
                double two = hypotheses[h].probability(2, length);
                double three = hypotheses[h].probability(3, length);
                for (int c = 0; c < UNLOGGED_CHANCES.length; c++) {
                    double chance = UNLOGGED_CHANCES[c];
                    double likelihood = (one + chance * two + chance * chance * three) / (1 + chance + chance * chance);
                    likelihoods[length - 1][h * UNLOGGED_CHANCES.length + c] = Math.max(LEAST_LIKELIHOOD, likelihood);
                }
            }
        }
        return likelihoods;
    }

    private static double[][] predictions(LengthHypothesis[] hypotheses) {
        double[][] predictions = new double[hypotheses.length][PREDICTED_DAYS.days()];
        for (int h = 0; h < hypotheses.length; h++) {
            for (int i = 0; i < predictions[h].length; i++) {
                predictions[h][i] = hypotheses[h].probability(1, PREDICTED_DAYS.from() + i);
            }
        }
        return predictions;
    }

    private static final class Shipped {
        static final CycleLengthModel MODEL = new CycleLengthModel(CycleLengthParameters.SHIPPED);
    }

    private static final class Wide {
        static final CycleLengthModel MODEL =
                new CycleLengthModel(CycleLengthParameters.SHIPPED.widened(), LENGTHS_USED_WIDE);
    }
}
