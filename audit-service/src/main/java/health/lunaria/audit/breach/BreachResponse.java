package health.lunaria.audit.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A breach and how its clocks stand now. */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record BreachResponse(
        Instant awareAt,
        Set<Regime> regimes,
        Map<Regime, Long> affected,
        boolean highRisk,
        boolean malicious,
        Instant declaredAt,
        String declaredBy,
        Exemption exemption,
        List<Extension> extensions,
        List<Done> completions,
        List<ClockItem> clocks) {

    static BreachResponse from(BreachState state) {
        Breach breach = state.breach();
        Facts facts = breach.facts();
        return new BreachResponse(
                facts.awareAt(),
                new TreeSet<>(facts.regimes()),
                new TreeMap<>(facts.affected()),
                facts.highRisk(),
                facts.malicious(),
                breach.declaredAt(),
                breach.by(),
                breach.exemption(),
                breach.extensions(),
                breach.done(),
                state.clocks().stream().map(ClockItem::from).toList());
    }

    /**
     * @param due the last second in time; left out while the limit has not begun
     * @param statutory whether the figure is the law's, or a target of ours
     * @param source where the law says it
     */
    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockItem(
            String clock,
            Regime regime,
            Addressee addressee,
            BreachClock.Status status,
            Instant due,
            Instant done,
            boolean statutory,
            String source) {

        static ClockItem from(BreachClock clock) {
            ClockRule rule = clock.rule();
            return new ClockItem(
                    rule.id(),
                    rule.regime(),
                    rule.addressee(),
                    clock.status(),
                    clock.due().orElse(null),
                    clock.done().orElse(null),
                    rule.limit().statutory(),
                    rule.source());
        }

        @Override
        public String toString() {
            return "ClockItem[redacted]";
        }
    }

    @Override
    public String toString() {
        return "BreachResponse[redacted]";
    }
}
