package health.lunaria.kms;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A key with its state. Immutable; the material is shared between states of the same key.
 *
 * @param principal the service that may use it
 * @param deletionDate when its material is destroyed; {@code null} unless that is scheduled
 * @param material 32 secret bytes; of a signing key the PKCS #8 private key
 * @param publicKey X.509 bytes of a signing key; else empty
 * @param tags as they were given at its creation
 */
record Key(
        UUID id,
        KeySpec spec,
        String principal,
        Instant createdAt,
        boolean enabled,
        Instant deletionDate,
        byte[] material,
        byte[] publicKey,
        Map<String, String> tags) {

    Key {
        tags = Map.copyOf(tags);
    }

    String state() {
        if (deletionDate != null) {
            return "PendingDeletion";
        }
        return enabled ? "Enabled" : "Disabled";
    }

    Key withEnabled(boolean now) {
        return new Key(id, spec, principal, createdAt, now, deletionDate, material, publicKey, tags);
    }

    /** A key whose deletion is scheduled, or cancelled with {@code null}; after a cancellation it is disabled, as in AWS. */
    Key withDeletionDate(Instant date) {
        return new Key(id, spec, principal, createdAt, false, date, material, publicKey, tags);
    }

    boolean isDeletedAt(Instant now) {
        return deletionDate != null && !now.isBefore(deletionDate);
    }

    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
