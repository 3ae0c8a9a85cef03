package health.lunaria.cycle.prediction;

/** Nothing can be predicted now. */
public enum NoPrediction implements PredictionOutcome {
    /** No period was logged yet, so there is no day to count from. */
    NO_PERIOD_LOGGED,

    /**
     * The running cycle is longer than any that the model thinks possible: 90 days, or 20 days after a known ovulation.
     * A period that was not logged, or something else than the next period, explains it better; saying "tomorrow" every
     * day would not.
     */
    OVERDUE
}
