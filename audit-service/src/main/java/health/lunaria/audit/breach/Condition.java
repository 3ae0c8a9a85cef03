package health.lunaria.audit.breach;

/**
 * For which breaches a rule holds.
 *
 * @param atLeast affected persons of the regime, this many or more
 * @param below fewer than this
 * @param highRisk only if a high risk to persons is likely
 * @param malice only if there was a wrongful purpose ({@code TRUE}), only if there was none ({@code FALSE}), or both
 */
public record Condition(long atLeast, long below, boolean highRisk, Boolean malice) {

    static final Condition ALWAYS = new Condition(0, Long.MAX_VALUE, false, null);
    static final Condition HIGH_RISK = new Condition(0, Long.MAX_VALUE, true, null);

    static Condition atLeast(long persons) {
        return new Condition(persons, Long.MAX_VALUE, false, null);
    }

    static Condition moreThan(long persons) {
        return atLeast(persons + 1);
    }

    static Condition below(long persons) {
        return new Condition(0, persons, false, null);
    }

    static Condition malice(boolean malice) {
        return new Condition(0, Long.MAX_VALUE, false, malice);
    }

    /** An unknown number of persons may be any: every rule that depends on it holds. */
    boolean holds(Facts facts, Regime regime) {
        return facts.affected(regime).map(this::holds).orElse(true)
                && (!highRisk || facts.highRisk())
                && (malice == null || malice == facts.malicious());
    }

    private boolean holds(long affected) {
        return affected >= atLeast && affected < below;
    }
}
