package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.Keyring.WrappedSubjectKey;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;

/** Subject keys from the keyring, unwrapped by their shard key; made there when missing. */
final class StoredSubjectKeys implements SubjectKeySource {

    private static final int FIRST_VERSION = 1;

    private final String service;
    private final Keyring keyring;
    private final ShardKeySource shardKeys;
    private final SecureRandom random = new SecureRandom();

    StoredSubjectKeys(String service, Keyring keyring, ShardKeySource shardKeys) {
        this.service = service;
        this.keyring = keyring;
        this.shardKeys = shardKeys;
    }

    @Override
    public Uni<SubjectKey> get(SubjectRef subject) {
        return keyring.subjectKey(subject)
                .chain(found -> found.isPresent() ? open(subject, found.get()) : create(subject));
    }

    private Uni<SubjectKey> open(SubjectRef subject, WrappedSubjectKey key) {
        return shardKeys.get(key.epoch(), key.shard()).map(shardKey -> unwrap(subject, key, shardKey));
    }

    private SubjectKey unwrap(SubjectRef subject, WrappedSubjectKey key, ShardKey shardKey) {
        try {
            return new SubjectKey(
                    service, subject, key.version(), shardKey.unwrap(subject, key.version(), key.wrapped()));
        } finally {
            shardKey.destroy();
        }
    }

    /** Reads back what was stored: another request may have stored its key first, and then that one counts. */
    private Uni<SubjectKey> create(SubjectRef subject) {
        return keyring.openEpoch()
                .chain(epoch -> shardKeys.get(epoch, subject.shard()).map(shardKey -> newKey(subject, epoch, shardKey)))
                .chain(key -> keyring.insertSubjectKey(subject, key))
                .chain(() -> keyring.subjectKey(subject))
                .chain(stored -> open(subject, stored.orElseThrow(StoredSubjectKeys::vanished)));
    }

    private WrappedSubjectKey newKey(SubjectRef subject, Epoch epoch, ShardKey shardKey) {
        byte[] bytes = new byte[KeyMaterial.LENGTH];
        random.nextBytes(bytes);
        KeyMaterial material = KeyMaterial.takeOver(bytes);
        try {
            byte[] wrapped = shardKey.wrap(subject, FIRST_VERSION, material);
            return new WrappedSubjectKey(FIRST_VERSION, epoch, subject.shard(), wrapped);
        } finally {
            material.destroy();
            shardKey.destroy();
        }
    }

    private static KeysUnavailableException vanished() {
        return new KeysUnavailableException("A subject key vanished from the keyring");
    }
}
