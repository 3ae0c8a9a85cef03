package health.lunaria.audit.keydeletion;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SealedColumn;
import health.lunaria.safeguards.encryption.ServiceKey;
import java.util.UUID;

/**
 * A deletion as it is stored: sealed under a key of the service for its id and version, so that nobody approves it by writing
 * into the database.
 *
 * @param round from 1: which request it is for this epoch
 * @param version from 1, counted up by each step
 */
record StoredDeletion(UUID id, String service, int epoch, int round, long version, byte[] bytes) {

    private static final SealedColumn<KeyDeletion> COLUMN =
            SealedColumn.of("key_deletion", "sealed", 1, KeyDeletion.class);

    static StoredDeletion first(UUID id, int round, ServiceKey key, KeyDeletion deletion) {
        EmptiedKey about = deletion.key();
        return new StoredDeletion(
                id, about.service(), about.epoch(), round, 1, COLUMN.seal(key, Locator.ofId(id), 1, deletion));
    }

    StoredDeletion next(ServiceKey key, KeyDeletion deletion) {
        long following = version + 1;
        return new StoredDeletion(
                id, service, epoch, round, following, COLUMN.seal(key, Locator.ofId(id), following, deletion));
    }

    /** @throws health.lunaria.safeguards.encryption.SealBrokenException if it was altered or moved to another row */
    KeyDeletion open(ServiceKey key) {
        return COLUMN.open(key, Locator.ofId(id), version, bytes);
    }
}
