package health.lunaria.audit.breach;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the clocks depend on.
 *
 * @param awareAt when the company became aware, which is a lawyer's decision: for the GDPR "a reasonable degree of
 *     certainty" (EDPB, Guidelines 9/2022, paragraph 31), for HIPAA and the FTC also what reasonable diligence would have
 *     found (45 CFR 164.404(a)(2), 16 CFR 318.3(c))
 * @param regimes that apply, a lawyer's decision
 * @param affected persons by regime; one that is left out is not known yet
 * @param highRisk whether a high risk to the persons is likely
 * @param malicious whether there was, or may have been, a wrongful purpose
 */
@Confidential
public record Facts(
        Instant awareAt, Set<Regime> regimes, Map<Regime, Long> affected, boolean highRisk, boolean malicious) {

    public Facts {
        regimes = Set.copyOf(regimes);
        affected = affected == null ? Map.of() : Map.copyOf(affected);
    }

    /** Empty while it is not known. */
    Optional<Long> affected(Regime regime) {
        return Optional.ofNullable(affected.get(regime));
    }

    @Override
    public String toString() {
        return "Facts[redacted]";
    }
}
