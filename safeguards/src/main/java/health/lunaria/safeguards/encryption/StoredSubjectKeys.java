package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.Keyring.WrappedSubjectKey;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** Subject keys from the keyring, unwrapped by their shard key; made there when missing. */
final class StoredSubjectKeys implements SubjectKeySource {

    private static final int FIRST_VERSION = 1;
    private static final int MORE_ATTEMPTS = 3;

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
        return againIfTheEpochTurns(() -> keyring.subjectKey(subject)
                .chain(found -> found.isPresent() ? open(subject, found.get()) : create(subject)));
    }

    @Override
    public Uni<Optional<SubjectKey>> find(SubjectRef subject) {
        return againIfTheEpochTurns(() -> keyring.subjectKey(subject)
                .chain(found -> found.isPresent()
                        ? open(subject, found.get()).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    /** From the row on, which names the new epoch by then. */
    private static <T> Uni<T> againIfTheEpochTurns(Supplier<Uni<? extends T>> attempt) {
        return Uni.createFrom()
                .deferred(attempt)
                .onFailure(EpochTurnedException.class)
                .retry()
                .atMost(MORE_ATTEMPTS);
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

    /**
     * Reads back what was stored: another request may have stored its key first, and then that one counts. Nothing is there
     * when the epoch was closed meanwhile. An erasure marks the subject first and deletes her key then: whichever key it does
     * not see was stored after the mark, which is seen here.
     */
    private Uni<SubjectKey> create(SubjectRef subject) {
        return failIfErased(subject)
                .chain(keyring::openEpoch)
                .chain(epoch -> shardKeys.get(epoch, subject.shard()).map(shardKey -> newKey(subject, epoch, shardKey)))
                .chain(key -> keyring.insertSubjectKey(subject, key))
                .chain(() -> failIfErased(subject)
                        .onFailure(SubjectErasedException.class)
                        .call(() -> keyring.deleteSubjectKey(subject)))
                .chain(() -> keyring.subjectKey(subject))
                .chain(stored -> open(subject, stored.orElseThrow(EpochTurnedException::new)));
    }

    private Uni<Void> failIfErased(SubjectRef subject) {
        return keyring.isErased(subject)
                .chain(erased -> erased
                        ? Uni.createFrom().failure(new SubjectErasedException())
                        : Uni.createFrom().voidItem());
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
}
