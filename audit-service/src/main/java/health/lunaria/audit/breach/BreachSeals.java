package health.lunaria.audit.breach;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals breaches, each for its incident and version: an older one put back does not open. */
@ApplicationScoped
class BreachSeals {

    private static final SealedColumn<Breach> BREACH = SealedColumn.of("breach", "sealed", 1, Breach.class);

    private final ServiceKeys keys;

    BreachSeals(ServiceKeys keys) {
        this.keys = keys;
    }

    void seal(BreachRow row, Breach breach) {
        row.sealed = BREACH.seal(key(), Locator.ofId(row.incidentId), row.version, breach);
    }

    Breach open(BreachRow row) {
        return BREACH.open(key(), Locator.ofId(row.incidentId), row.version, row.sealed);
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }
}
