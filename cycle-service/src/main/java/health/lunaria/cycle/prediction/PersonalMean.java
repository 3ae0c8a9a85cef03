package health.lunaria.cycle.prediction;

import java.util.List;

/**
 * A quantity that varies around a person's own mean, which in turn varies around the mean of all: the normal model with
 * known variances. With few own values a person's mean is drawn towards that of all.
 *
 * @param mean mean of all, in days
 * @param varianceBetween τ²: variance of the persons' means
 * @param varianceWithin s²: variance of one person's values around her mean
 */
record PersonalMean(double mean, double varianceBetween, double varianceWithin) {

    /** The distribution of the person's next value, given her values so far. */
    Normal next(List<Integer> ownValues) {
        int n = ownValues.size();
        double ownMean =
                ownValues.stream().mapToInt(Integer::intValue).average().orElse(mean);
        double weight = n * varianceBetween / (n * varianceBetween + varianceWithin);
        double posteriorMean = mean + weight * (ownMean - mean);
        double posteriorVariance = varianceBetween * (1 - weight);
        return new Normal(posteriorMean, Math.sqrt(posteriorVariance + varianceWithin));
    }
}
