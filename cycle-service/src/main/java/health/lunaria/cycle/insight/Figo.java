package health.lunaria.cycle.insight;

/**
 * What FIGO calls normal in the reproductive years (System 1, revision of 2018: Munro, Critchley and Fraser,
 * doi:10.1002/ijgo.12666). It is a range of words, not of health: nothing here is a diagnosis.
 */
final class Figo {

    static final int SHORTEST_CYCLE = 24;
    static final int LONGEST_CYCLE = 38;
    static final int LONGEST_PERIOD = 8;

    /** Days from the shortest to the longest cycle, at 26 to 41 years of age. */
    static final int VARIATION_AGES_26_TO_41 = 7;

    /** The same, at 18 to 25 and at 42 to 45 years. */
    static final int VARIATION_OTHER_AGES = 9;

    private Figo() {}

    static boolean isNormalCycle(int days) {
        return days >= SHORTEST_CYCLE && days <= LONGEST_CYCLE;
    }

    static boolean isNormalPeriod(int days) {
        return days <= LONGEST_PERIOD;
    }

    /** Whether it is normal at some age: how old she is, is not known here. */
    static boolean isNormalVariation(int days) {
        return days <= VARIATION_OTHER_AGES;
    }
}
