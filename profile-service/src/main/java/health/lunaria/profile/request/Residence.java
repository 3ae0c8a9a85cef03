package health.lunaria.profile.request;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.Set;

/**
 * Where somebody says that she lives.
 *
 * @param country ISO 3166-1 alpha-2
 * @param state of the USA, two letters; {@code null} elsewhere, or if she does not say
 */
@Confidential
record Residence(String country, String state) {

    /** Members of the European Union, their parts that have codes of their own, and Iceland, Liechtenstein and Norway. */
    private static final Set<String> EEA = Set.of(
            "AT", "AX", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GF", "GP", "GR", "HR", "HU", "IE",
            "IS", "IT", "LI", "LT", "LU", "LV", "MF", "MQ", "MT", "NL", "NO", "PL", "PT", "RE", "RO", "SE", "SI", "SK",
            "YT");

    private static final Set<Regime> PROMISE = Set.of(Regime.PROMISE);

    /** What applies by residence alone. A state of the USA that is not said counts as any of those that matter. */
    Set<Regime> regimes() {
        if (EEA.contains(country)) {
            return Set.of(Regime.GDPR);
        }
        return switch (country) {
            case "GB" -> Set.of(Regime.UK_GDPR);
            case "BR" -> Set.of(Regime.LGPD);
            case "US" -> american();
            default -> PROMISE;
        };
    }

    private Set<Regime> american() {
        if (state == null) {
            return Set.of(Regime.CCPA, Regime.MHMDA);
        }
        return switch (state) {
            case "CA" -> Set.of(Regime.CCPA);
            case "WA" -> Set.of(Regime.MHMDA);
            default -> PROMISE;
        };
    }

    @Override
    public String toString() {
        return "Residence[redacted]";
    }
}
