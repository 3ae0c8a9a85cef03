package health.lunaria.audit.breach;

import java.util.Set;

/**
 * One duty to tell somebody about a breach.
 *
 * @param id stands in stored data and in the configuration: never rename one
 * @param grounds on which the limit can be extended
 * @param sparedIfUnintelligible whether the duty ends where the data was unintelligible to whoever got it
 * @param source where the law says so
 */
public record ClockRule(
        String id,
        Regime regime,
        Addressee addressee,
        Limit limit,
        Condition condition,
        Set<Ground> grounds,
        boolean sparedIfUnintelligible,
        String source) {

    public ClockRule {
        grounds = Set.copyOf(grounds);
    }

    boolean applies(Facts facts) {
        return facts.regimes().contains(regime) && condition.holds(facts, regime);
    }

    ClockRule withAmount(int amount) {
        return new ClockRule(
                id, regime, addressee, limit.withAmount(amount), condition, grounds, sparedIfUnintelligible, source);
    }
}
