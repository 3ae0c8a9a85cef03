package health.lunaria.cycle.prediction;

import java.util.List;

/**
 * Predicts ovulation as a day of the cycle, where day 1 is the first day of the period. A cycle in which ovulation
 * falls on day k and the luteal phase lasts l days has k + l days; the next period begins on the day after. {@code
 * docs/prediction.md} has the formulas.
 */
public final class OvulationModel {

    /** The lengths of a luteal phase that the model was fitted to, in days; others are taken for misread signs. */
    static final DayRange LUTEAL_DAYS = new DayRange(7, 20);

    /** Mean length of a luteal phase over all women, in days. */
    public static final double TYPICAL_LUTEAL_DAYS = 13.1;

    /** The days of a cycle on which ovulation can fall, so that a luteal phase still fits in. */
    private static final DayRange OVULATION_DAYS =
            new DayRange(1, CycleLengthModel.PREDICTED_DAYS.to() - LUTEAL_DAYS.from());

    /** An egg can be fertilised on the day of ovulation and by sperm of the five days before (Wilcox et al. 1995). */
    static final int FERTILE_DAYS_BEFORE = 5;

    private static final PersonalMean OVULATION = new PersonalMean(16.4, 8.6, 5.0);
    private static final PersonalMean LUTEAL = new PersonalMean(TYPICAL_LUTEAL_DAYS, 2.4, 2.1);

    /** Of somebody whose own are not known, which most are. */
    private static final DayDistribution TYPICAL_LUTEAL_PHASE = lutealPhase(LUTEAL.next(List.of()));

    private OvulationModel() {}

    /** How long the luteal phase lasts, from the lengths of own ones, which may be none. */
    static DayDistribution lutealPhase(List<Integer> ownLengths) {
        List<Integer> plausible =
                ownLengths.stream().filter(LUTEAL_DAYS::contains).toList();
        return plausible.isEmpty() ? TYPICAL_LUTEAL_PHASE : lutealPhase(LUTEAL.next(plausible));
    }

    private static DayDistribution lutealPhase(Normal next) {
        return DayDistribution.ofWeights(LUTEAL_DAYS, next::probability).orElseThrow();
    }

    /** How long a cycle lasts in which the day of ovulation is known. */
    static DayDistribution length(int ovulation, DayDistribution lutealPhase) {
        DayRange days = new DayRange(ovulation + LUTEAL_DAYS.from(), ovulation + LUTEAL_DAYS.to());
        return DayDistribution.ofWeights(days, day -> lutealPhase.probability(day - ovulation))
                .orElseThrow();
    }

    /** The day of ovulation in a cycle of which only the distribution of its length is known. */
    static DayDistribution fromLength(DayDistribution length, DayDistribution lutealPhase) {
        return length.lessDays(lutealPhase, OVULATION_DAYS).orElseThrow();
    }

    /**
     * The day of ovulation, from the days of ovulation in earlier cycles.
     *
     * @param elapsedDays the cycle is known to be longer than this: each day counts in proportion to the chance that
     *     the luteal phase after it lasts long enough
     */
    static DayDistribution fromOwnDays(List<Integer> ownDays, DayDistribution lutealPhase, int elapsedDays) {
        Normal next = OVULATION.next(ownDays);
        return DayDistribution.ofWeights(
                        OVULATION_DAYS, day -> next.probability(day) * lutealPhase.probabilityAfter(elapsedDays - day))
                .orElseThrow();
    }

    /** The probability that a day is one of the six fertile days that end with ovulation. */
    static double fertile(DayDistribution ovulation, int day) {
        return ovulation.probability(new DayRange(day, day + FERTILE_DAYS_BEFORE));
    }
}
