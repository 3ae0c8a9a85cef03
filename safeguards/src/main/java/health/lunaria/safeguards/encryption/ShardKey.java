package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;

/**
 * Wraps and unwraps the subject keys of one of 256 shards in one epoch. Thread-safe.
 *
 * <p>A wrapped key is a {@link SealedRecord} whose associated data names service, epoch, shard, subject and key version.
 */
final class ShardKey {

    private final String service;
    private final int epoch;
    private final int shard;
    private final KeyMaterial material;
    private final SealedRecord records;

    ShardKey(String service, int epoch, int shard, KeyMaterial material) {
        this.service = service;
        this.epoch = epoch;
        this.shard = shard;
        this.material = material;
        this.records = new SealedRecord(material, epoch);
    }

    byte[] wrap(SubjectRef subject, int keyVersion, KeyMaterial key) {
        failIfDestroyed();
        byte[] associatedData = address(subject, keyVersion);
        return key.reveal(bytes -> records.seal(bytes, associatedData));
    }

    /** @throws SealBrokenException if the row was altered or belongs to another subject, shard, epoch or version */
    KeyMaterial unwrap(SubjectRef subject, int keyVersion, byte[] wrapped) {
        failIfDestroyed();
        return KeyMaterial.takeOver(records.open(wrapped, address(subject, keyVersion)));
    }

    private byte[] address(SubjectRef subject, int keyVersion) {
        return new RecordAddress("subject_key", "wrapped", Locator.ofNumber((long) epoch << 8 | shard), 1, keyVersion)
                .associatedData(service, subject.bytes());
    }

    ShardKey copy() {
        return new ShardKey(service, epoch, shard, material.copy());
    }

    void destroy() {
        material.destroy();
    }

    private void failIfDestroyed() {
        if (material.isDestroyed()) {
            throw new IllegalStateException("This key was destroyed");
        }
    }

    @Override
    public String toString() {
        return "ShardKey[redacted]";
    }
}
