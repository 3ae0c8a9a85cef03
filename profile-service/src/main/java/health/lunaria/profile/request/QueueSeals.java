package health.lunaria.profile.request;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import health.lunaria.safeguards.encryption.ServiceKey.Purpose;
import health.lunaria.safeguards.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals entries of the queue, each for its place; what was sealed is never changed. */
@ApplicationScoped
class QueueSeals {

    private static final SealedColumn<QueueEntry> ENTRY =
            SealedColumn.of("data_request_queue", "sealed", 1, QueueEntry.class);
    private static final long ONLY_VERSION = 1;

    private final ServiceKeys keys;

    QueueSeals(ServiceKeys keys) {
        this.keys = keys;
    }

    byte[] seal(UUID id, QueueEntry entry) {
        return ENTRY.seal(key(), Locator.ofId(id), ONLY_VERSION, entry);
    }

    QueueEntry open(QueueRow row) {
        return ENTRY.open(key(), Locator.ofId(row.id), ONLY_VERSION, row.sealed);
    }

    private ServiceKey key() {
        return keys.get(Purpose.REGISTER);
    }
}
