package health.lunaria.safeguards.auditing;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals outbox rows under the service's outbox key, each for its own id. */
@ApplicationScoped
class OutboxSeal {

    private static final SealedColumn<AccessEvent> COLUMN = SealedColumn.of("outbox", "sealed", 1, AccessEvent.class);

    private final ServiceKeys keys;

    OutboxSeal(ServiceKeys keys) {
        this.keys = keys;
    }

    byte[] seal(AccessEvent event) {
        return COLUMN.seal(key(), Locator.ofId(event.id()), 0, event);
    }

    AccessEvent open(UUID id, byte[] sealed) {
        return COLUMN.open(key(), Locator.ofId(id), 0, sealed);
    }

    private ServiceKey key() {
        return keys.get(Purpose.OUTBOX);
    }
}
