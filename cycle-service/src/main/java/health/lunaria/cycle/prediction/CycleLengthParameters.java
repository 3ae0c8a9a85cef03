package health.lunaria.cycle.prediction;

/**
 * The fitted numbers of the {@linkplain CycleLengthModel model of cycle lengths}; lengths in days.
 *
 * @param meanLength m: where the mean lengths of different women centre
 * @param meanLengthScale τ: how far they spread around it (scale of a Student t with 4 degrees of freedom)
 * @param logSpread s₀: mean of the logarithm of a woman's own spread, for women with the mean length m
 * @param logSpreadDeviation t: standard deviation of that logarithm
 * @param logSpreadSlope β: how much it rises with each day of mean length beyond m
 * @param irregularShare ε: share of cycles that are delayed and more variable than a woman's others
 * @param irregularDelay δ: their delay, in units of her spread
 * @param irregularSpread ω: their additional spread, in units of her spread
 */
public record CycleLengthParameters(
        double meanLength,
        double meanLengthScale,
        double logSpread,
        double logSpreadDeviation,
        double logSpreadSlope,
        double irregularShare,
        double irregularDelay,
        double irregularSpread) {

    /**
     * Fitted to the cycles of the Marquette NFP cohort (159 women, 1,649 cycles); {@code docs/prediction.md} has the
     * measurements.
     */
    public static final CycleLengthParameters SHIPPED = ofFitted(
            29.0109194059918,
            0.9199754020316817,
            0.5400348741791863,
            -1.2419662459129035,
            0.1368257751359696,
            -0.9580548051541999,
            -0.0474728846646193,
            0.5327583304713286);

    public CycleLengthParameters {
        requirePositive(meanLength);
        requirePositive(meanLengthScale);
        requireFinite(logSpread);
        requirePositive(logSpreadDeviation);
        requireFinite(logSpreadSlope);
        requirePositive(irregularShare);
        requirePositive(1 - irregularShare);
        requireFinite(irregularDelay);
        requirePositive(irregularSpread);
    }

    /** These with a wider prior for women and times that the fit has not seen: τ × 1.5 and t × 2. */
    CycleLengthParameters widened() {
        return new CycleLengthParameters(
                meanLength,
                meanLengthScale * 1.5,
                logSpread,
                logSpreadDeviation * 2,
                logSpreadSlope,
                irregularShare,
                irregularDelay,
                irregularSpread);
    }

    /** Takes the parameters on the scales on which they are fitted, in which every number is a possible value. */
    public static CycleLengthParameters ofFitted(
            double meanLength,
            double lnMeanLengthScale,
            double logSpread,
            double lnLogSpreadDeviation,
            double logSpreadSlope,
            double logitIrregularShare,
            double lnIrregularDelay,
            double lnIrregularSpread) {
        return new CycleLengthParameters(
                meanLength,
                Math.exp(lnMeanLengthScale),
                logSpread,
                Math.exp(lnLogSpreadDeviation),
                logSpreadSlope,
                1 / (1 + Math.exp(-logitIrregularShare)),
                Math.exp(lnIrregularDelay),
                Math.exp(lnIrregularSpread));
    }

    private static void requirePositive(double value) {
        requireFinite(value);
        if (value <= 0) {
            throw new IllegalArgumentException("a length, scale or share is above 0, and a share is below 1");
        }
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a parameter is a finite number");
        }
    }
}
