package health.lunaria.audit.incident;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals the texts of incidents, each for its incident and version: an older one put back does not open. */
@ApplicationScoped
class IncidentSeals {

    private static final SealedColumn<IncidentText> TEXT =
            SealedColumn.of("incident", "sealed", 1, IncidentText.class);
    private static final SealedColumn<Entry> ENTRY = SealedColumn.of("incident_entry", "sealed", 1, Entry.class);

    private final ServiceKeys keys;

    IncidentSeals(ServiceKeys keys) {
        this.keys = keys;
    }

    void seal(IncidentRow row, IncidentText text) {
        row.sealed = TEXT.seal(key(), Locator.ofId(row.id), row.version, text);
    }

    IncidentText text(IncidentRow row) {
        return TEXT.open(key(), Locator.ofId(row.id), row.version, row.sealed);
    }

    EntryRow seal(UUID incident, long version, Entry entry) {
        byte[] sealed = ENTRY.seal(key(), Locator.ofId(incident), version, entry);
        return new EntryRow(UUID.randomUUID(), incident, version, sealed);
    }

    Entry entry(EntryRow row) {
        return ENTRY.open(key(), Locator.ofId(row.incidentId), row.version, row.sealed);
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }
}
