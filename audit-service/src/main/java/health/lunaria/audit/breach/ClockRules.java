package health.lunaria.audit.breach;

import static health.lunaria.audit.breach.Addressee.AUTHORITY;
import static health.lunaria.audit.breach.Addressee.MEDIA;
import static health.lunaria.audit.breach.Addressee.PERSONS;
import static health.lunaria.audit.breach.Ground.LAW_ENFORCEMENT_ORAL;
import static health.lunaria.audit.breach.Ground.LAW_ENFORCEMENT_WRITTEN;
import static health.lunaria.audit.breach.Ground.SCOPE_AND_RESTORATION;
import static health.lunaria.audit.breach.Limit.From.AWARENESS;
import static health.lunaria.audit.breach.Limit.From.AWARENESS_OR_WITH_PERSONS;
import static health.lunaria.audit.breach.Limit.From.PERSONS_TOLD;
import static health.lunaria.audit.breach.Limit.From.YEAR_END;
import static health.lunaria.audit.breach.Regime.APPI;
import static health.lunaria.audit.breach.Regime.CALIFORNIA;
import static health.lunaria.audit.breach.Regime.FTC_HBNR;
import static health.lunaria.audit.breach.Regime.GDPR;
import static health.lunaria.audit.breach.Regime.HIPAA;
import static health.lunaria.audit.breach.Regime.LGPD;
import static health.lunaria.audit.breach.Regime.UK_GDPR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The duties to tell, by regime. Every figure is the outer limit: each of these laws wants to be obeyed without undue delay
 * before it. Where a law leaves room for two readings, this is the one that ends first:
 *
 * <ul>
 *   <li>72 hours are elapsed hours. Regulation (EEC, Euratom) 1182/71 would not count the first hour (article 3(1)), and
 *       whether its two working days (article 3(5)) extend them is disputed.
 *   <li>A last day that is no working day moves nothing, although some laws would move it.
 *   <li>Media are told when all persons of the regime are many enough: the laws count by state, which is not known here.
 * </ul>
 *
 * <p>A lawyer decides which regimes apply, when awareness began, whether there is a high risk, and the targets where the law
 * says "without undue delay" only.
 */
public final class ClockRules {

    private static final Set<Ground> NONE = Set.of();
    private static final Set<Ground> LAW_ENFORCEMENT = Set.of(LAW_ENFORCEMENT_WRITTEN, LAW_ENFORCEMENT_ORAL);
    private static final Set<Ground> CALIFORNIAN = Set.of(LAW_ENFORCEMENT_WRITTEN, SCOPE_AND_RESTORATION);

    private static final List<ClockRule> STANDARD = List.of(
            new ClockRule(
                    "gdpr-authority", GDPR, AUTHORITY, Limit.hours(72), Condition.ALWAYS, NONE, false, "GDPR 33(1)"),
            new ClockRule(
                    "gdpr-persons",
                    GDPR,
                    PERSONS,
                    Limit.undueDelay(72),
                    Condition.HIGH_RISK,
                    NONE,
                    true,
                    "GDPR 34(1), spared by 34(3)(a)"),
            new ClockRule(
                    "uk-gdpr-authority",
                    UK_GDPR,
                    AUTHORITY,
                    Limit.hours(72),
                    Condition.ALWAYS,
                    NONE,
                    false,
                    "UK GDPR 33(1)"),
            new ClockRule(
                    "uk-gdpr-persons",
                    UK_GDPR,
                    PERSONS,
                    Limit.undueDelay(72),
                    Condition.HIGH_RISK,
                    NONE,
                    true,
                    "UK GDPR 34(1), spared by 34(3)(a)"),
            new ClockRule(
                    "hipaa-persons",
                    HIPAA,
                    PERSONS,
                    Limit.calendarDays(60, AWARENESS),
                    Condition.ALWAYS,
                    LAW_ENFORCEMENT,
                    true,
                    "45 CFR 164.404(b), unsecured information only by 164.402"),
            new ClockRule(
                    "hipaa-authority",
                    HIPAA,
                    AUTHORITY,
                    Limit.calendarDays(60, AWARENESS_OR_WITH_PERSONS),
                    Condition.atLeast(500),
                    LAW_ENFORCEMENT,
                    true,
                    "45 CFR 164.408(b)"),
            new ClockRule(
                    "hipaa-authority-yearly",
                    HIPAA,
                    AUTHORITY,
                    Limit.calendarDays(60, YEAR_END),
                    Condition.below(500),
                    NONE,
                    true,
                    "45 CFR 164.408(c)"),
            new ClockRule(
                    "hipaa-media",
                    HIPAA,
                    MEDIA,
                    Limit.calendarDays(60, AWARENESS),
                    Condition.moreThan(500),
                    LAW_ENFORCEMENT,
                    true,
                    "45 CFR 164.406(b)"),
            new ClockRule(
                    "ftc-hbnr-persons",
                    FTC_HBNR,
                    PERSONS,
                    Limit.calendarDays(60, AWARENESS),
                    Condition.ALWAYS,
                    LAW_ENFORCEMENT,
                    true,
                    "16 CFR 318.4(a), unsecured information only by 318.2"),
            new ClockRule(
                    "ftc-hbnr-authority",
                    FTC_HBNR,
                    AUTHORITY,
                    Limit.calendarDays(60, AWARENESS_OR_WITH_PERSONS),
                    Condition.atLeast(500),
                    LAW_ENFORCEMENT,
                    true,
                    "16 CFR 318.4 and 318.5(c), as amended in 2024"),
            new ClockRule(
                    "ftc-hbnr-authority-yearly",
                    FTC_HBNR,
                    AUTHORITY,
                    Limit.calendarDays(60, YEAR_END),
                    Condition.below(500),
                    NONE,
                    true,
                    "16 CFR 318.4 and 318.5(c)"),
            new ClockRule(
                    "ftc-hbnr-media",
                    FTC_HBNR,
                    MEDIA,
                    Limit.calendarDays(60, AWARENESS),
                    Condition.atLeast(500),
                    LAW_ENFORCEMENT,
                    true,
                    "16 CFR 318.5(b)"),
            new ClockRule(
                    "california-persons",
                    CALIFORNIA,
                    PERSONS,
                    Limit.calendarDays(30, AWARENESS),
                    Condition.ALWAYS,
                    CALIFORNIAN,
                    true,
                    "Cal. Civ. Code 1798.82(a), as amended by SB 446 of 2025"),
            new ClockRule(
                    "california-authority",
                    CALIFORNIA,
                    AUTHORITY,
                    Limit.calendarDays(15, PERSONS_TOLD),
                    Condition.moreThan(500),
                    NONE,
                    true,
                    "Cal. Civ. Code 1798.82(f), as amended by SB 446 of 2025"),
            new ClockRule(
                    "lgpd-authority",
                    LGPD,
                    AUTHORITY,
                    Limit.businessDays(3),
                    Condition.ALWAYS,
                    NONE,
                    false,
                    "Resolução CD/ANPD 15/2024, annex, article 6"),
            new ClockRule(
                    "lgpd-persons",
                    LGPD,
                    PERSONS,
                    Limit.businessDays(3),
                    Condition.ALWAYS,
                    NONE,
                    false,
                    "Resolução CD/ANPD 15/2024, annex, article 9"),
            // Awareness is the first day of these (guidelines of the PPC, general part, 3-5-3-3 and 3-5-3-4).
            new ClockRule(
                    "appi-authority-preliminary",
                    APPI,
                    AUTHORITY,
                    Limit.calendarDaysFirstCounted(5),
                    Condition.ALWAYS,
                    NONE,
                    true,
                    "APPI 26(1), enforcement rules 8(1); the guidelines say some 3 to 5 days"),
            new ClockRule(
                    "appi-authority-final",
                    APPI,
                    AUTHORITY,
                    Limit.calendarDaysFirstCounted(30),
                    Condition.malice(false),
                    NONE,
                    true,
                    "APPI 26(1), enforcement rules 8(2)"),
            new ClockRule(
                    "appi-authority-final-malice",
                    APPI,
                    AUTHORITY,
                    Limit.calendarDaysFirstCounted(60),
                    Condition.malice(true),
                    NONE,
                    true,
                    "APPI 26(1), enforcement rules 8(2) with 7(iii)"),
            new ClockRule(
                    "appi-persons",
                    APPI,
                    PERSONS,
                    Limit.undueDelay(120),
                    Condition.ALWAYS,
                    NONE,
                    true,
                    "APPI 26(2), enforcement rules 10"));

    private final List<ClockRule> rules;

    private ClockRules(List<ClockRule> rules) {
        this.rules = List.copyOf(rules);
    }

    static ClockRules standard() {
        return new ClockRules(STANDARD);
    }

    /**
     * These with other figures, by id of the rule.
     *
     * @throws IllegalArgumentException if there is no such rule, or if a figure is larger than the one of the law
     */
    ClockRules with(Map<String, Integer> amounts) {
        amounts.forEach(this::check);
        return new ClockRules(rules.stream()
                .map(rule -> amounts.containsKey(rule.id()) ? rule.withAmount(amounts.get(rule.id())) : rule)
                .toList());
    }

    List<ClockRule> of(Facts facts) {
        return rules.stream().filter(rule -> rule.applies(facts)).toList();
    }

    Optional<ClockRule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    List<ClockRule> all() {
        return rules;
    }

    private void check(String id, int amount) {
        Limit limit = find(id).orElseThrow(() -> new IllegalArgumentException("There is no clock of this id"))
                .limit();
        if (limit.statutory() && amount > limit.amount()) {
            throw new IllegalArgumentException("A limit of the law can be shortened only: " + id);
        }
    }
}
