package health.lunaria.cycle.prediction;

import java.util.Locale;

/** Nothing can be predicted now. */
public enum NoPrediction implements PredictionOutcome {
    /** No period was logged yet, or none since a time that suppressed them: there is no day to count from. */
    NO_PERIOD_LOGGED,

    /**
     * The running cycle is longer than any that the model thinks possible: 90 days, or 20 days after a known ovulation.
     * A period that was not logged, or something else than the next period, explains it better; saying "tomorrow" every
     * day would not.
     */
    OVERDUE,

    /** Bleeding under a hormonal intrauterine device follows no cycle that could be predicted. */
    HORMONAL_IUD,

    /** Nor does bleeding under a hormonal implant. */
    HORMONAL_IMPLANT,

    PREGNANCY,

    /** Fewer than two cycles were completed since breastfeeding began. */
    BREASTFEEDING;

    /** The reason in JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
