package health.lunaria.cycle.prediction;

/**
 * One guess at how somebody's cycles behave: their mean length and their spread, in days. The model weighs many.
 */
record LengthHypothesis(double mean, double spread, CycleLengthParameters parameters) {

    private static final double DEGREES_OF_FREEDOM = 4;

    /** How plausible the guess is before anything was logged, up to a constant factor. */
    double prior() {
        double distance = mean - parameters.meanLength();
        double scaled = distance / parameters.meanLengthScale();
        double meanDensity = Math.pow(1 + scaled * scaled / DEGREES_OF_FREEDOM, -(DEGREES_OF_FREEDOM + 1) / 2);
        double shift = Math.max(-0.3, Math.min(1, parameters.logSpreadSlope() * distance));
        double spreadDistance = (Math.log(spread) - parameters.logSpread() - shift) / parameters.logSpreadDeviation();
        return meanDensity * Math.exp(-spreadDistance * spreadDistance / 2);
    }

    /**
     * f_j(d): the probability that so many cycles, merged because the periods between them were not logged, last so
     * many days together.
     */
    double probability(int mergedCycles, int days) {
        double share = parameters.irregularShare();
        double squaredIrregularSpread = parameters.irregularSpread() * parameters.irregularSpread();
        Normal regular = new Normal(mergedCycles * mean, Math.sqrt(mergedCycles) * spread);
        Normal irregular = new Normal(
                mergedCycles * mean + parameters.irregularDelay() * spread,
                Math.sqrt(mergedCycles + squaredIrregularSpread) * spread);
        return (1 - share) * regular.probability(days) + share * irregular.probability(days);
    }
}
