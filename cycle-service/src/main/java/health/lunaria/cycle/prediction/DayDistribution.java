package health.lunaria.cycle.prediction;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Probabilities of consecutive days that sum to 1: on which day something happens, or how many days it takes.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DayDistribution {

    /** What summing some hundred probabilities may be off by. */
    private static final double ROUNDING = 1e-12;

    private final DayRange days;
    private final double[] probabilities;
    /** Probability of the first i days. */
    private final double[] cumulative;

    private DayDistribution(DayRange days, double[] probabilities) {
        this.days = days;
        this.probabilities = probabilities;
        this.cumulative = new double[probabilities.length + 1];
        for (int i = 0; i < probabilities.length; i++) {
            cumulative[i + 1] = cumulative[i] + probabilities[i];
        }
    }

    /**
     * The distribution in which each day has a share in proportion to its weight.
     *
     * @param weight weight of a day of the range, finite and not negative
     * @return empty when no day has a weight above 0
     */
    public static Optional<DayDistribution> ofWeights(DayRange days, IntToDoubleFunction weight) {
        double[] weights = new double[days.days()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight.applyAsDouble(days.from() + i);
        }
        return ofWeights(days, weights);
    }

    /** @param weights one for each day of the range; belong to the distribution from now on */
    static Optional<DayDistribution> ofWeights(DayRange days, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight is a number and not negative");
            }
            sum += weight;
        }
        if (sum == 0) {
            return Optional.empty();
        }
        if (sum == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("weights have a finite sum");
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return Optional.of(new DayDistribution(days, weights));
    }

    /** The distribution of something known: the whole probability lies on one day. */
    public static DayDistribution certain(int day) {
        return new DayDistribution(new DayRange(day, day), new double[] {1});
    }

    /** The days that may have a probability above 0. */
    public DayRange days() {
        return days;
    }

    public double probability(int day) {
        return days.contains(day) ? probabilities[day - days.from()] : 0;
    }

    /** Probability of the days of the range together. */
    public double probability(DayRange range) {
        return between(range.from(), range.to());
    }

    /** Probability of all days later than the given one. */
    public double probabilityAfter(int day) {
        return upTo(days.to()) - upTo(day);
    }

    /** The first day by which at least half of the probability is reached. */
    public int median() {
        int i = 1;
        while (cumulative[i] < 0.5 - ROUNDING) {
            i++;
        }
        return days.from() + i - 1;
    }

    /**
     * The shortest range of days that holds at least the given probability; among equally short ones the likeliest,
     * among equally likely ones the earliest.
     *
     * @param probability above 0 and below 1
     */
    public DayRange shortestInterval(double probability) {
        return shortestInterval(probability, days);
    }

    /**
     * The shortest range of days within another range, so that ranges of rising probability can be nested even when the
     * distribution has several peaks.
     *
     * @param within a range that itself holds the given probability
     */
    public DayRange shortestInterval(double probability, DayRange within) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("the probability of an interval lies between 0 and 1");
        }
        DayRange best = null;
        int to = within.from();
        for (int from = within.from(); from <= within.to(); from++) {
            to = Math.max(to, from);
            while (to < within.to() && between(from, to) < probability - ROUNDING) {
                to++;
            }
            if (between(from, to) < probability - ROUNDING) {
                break;
            }
            if (best == null || isBetter(from, to, best)) {
                best = new DayRange(from, to);
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("the outer range does not hold the probability");
        }
        return best;
    }

    /**
     * What remains when it is known that nothing happened up to and including a day.
     *
     * @return empty when nothing remains, because the day is later than all that this distribution thinks possible
     */
    public Optional<DayDistribution> after(int day) {
        if (day < days.from()) {
            return Optional.of(this);
        }
        double[] weights = new double[probabilities.length];
        int first = Math.min(day - days.from() + 1, weights.length);
        System.arraycopy(probabilities, first, weights, first, weights.length - first);
        return ofWeights(days, weights);
    }

    /**
     * The day that lies some days before the one of this distribution, where both are independent.
     *
     * @param earlier how many days before
     * @param within the days that are possible
     * @return empty when none of the possible days has a probability above 0
     */
    Optional<DayDistribution> lessDays(DayDistribution earlier, DayRange within) {
        double[] weights = new double[within.days()];
        for (int w = 0; w < weights.length; w++) {
            int day = within.from() + w;
            int first = Math.max(earlier.days.from(), days.from() - day);
            int last = Math.min(earlier.days.to(), days.to() - day);
            for (int i = first; i <= last; i++) {
                weights[w] += probabilities[day + i - days.from()] * earlier.probabilities[i - earlier.days.from()];
            }
        }
        return ofWeights(within, weights);
    }

    private boolean isBetter(int from, int to, DayRange best) {
        int days = to - from + 1;
        return days < best.days() || (days == best.days() && between(from, to) > probability(best));
    }

    private double between(int from, int to) {
        return upTo(to) - upTo(from - 1);
    }

    private double upTo(int day) {
        return cumulative[Math.max(0, Math.min(probabilities.length, day - days.from() + 1))];
    }
}
