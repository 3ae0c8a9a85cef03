package health.lunaria.cycle.prediction;

import org.apache.commons.numbers.gamma.ErfDifference;

/** A normal distribution of days. */
record Normal(double mean, double deviation) {

    private static final double SQRT_2 = Math.sqrt(2);

    /** Probability of half a day before to half a day after the day, accurate in the tails too. */
    double probability(int day) {
        return ErfDifference.value(standardised(day - 0.5), standardised(day + 0.5)) / 2;
    }

    private double standardised(double days) {
        return (days - mean) / (deviation * SQRT_2);
    }
}
