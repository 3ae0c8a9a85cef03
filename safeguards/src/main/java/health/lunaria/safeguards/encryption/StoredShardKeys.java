package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Shard keys from the keyring, unwrapped by KMS with the context {service, epoch, shard}; made there when missing. */
final class StoredShardKeys implements ShardKeySource {

    private final String service;
    private final Keyring keyring;
    private final Kms kms;

    StoredShardKeys(String service, Keyring keyring, Kms kms) {
        this.service = service;
        this.keyring = keyring;
        this.kms = kms;
    }

    @Override
    public Uni<ShardKey> get(Epoch epoch, int shard) {
        return keyring.shardKey(epoch.number(), shard)
                .chain(found -> found.isPresent() ? open(epoch, shard, found.get()) : create(epoch, shard))
                .onFailure()
                .recoverWithUni(failure -> explain(failure, epoch, shard));
    }

    /** KMS refuses a key that waits for its deletion: by then the shard key is gone, and every key below it has moved. */
    private Uni<ShardKey> explain(Throwable failure, Epoch epoch, int shard) {
        return keyring.shardKey(epoch.number(), shard)
                .map(Optional::isPresent)
                .chain(there -> there ? Uni.createFrom().item(true) : isOpen(epoch))
                .chain(stands -> Uni.createFrom().failure(stands ? failure : new EpochTurnedException(failure)));
    }

    private Uni<Boolean> isOpen(Epoch epoch) {
        return keyring.openEpoch().map(open -> open.number() == epoch.number());
    }

    private Uni<ShardKey> open(Epoch epoch, int shard, byte[] wrapped) {
        return kms.decrypt(epoch.kmsKeyId(), wrapped, KmsContext.ofShard(service, epoch.number(), shard))
                .map(material -> new ShardKey(service, epoch.number(), shard, material));
    }

    /**
     * Reads back what was stored: another request may have stored its key first, and then that one counts. Nothing is stored
     * when the epoch was closed meanwhile.
     */
    private Uni<ShardKey> create(Epoch epoch, int shard) {
        return kms.generateDataKey(epoch.kmsKeyId(), KmsContext.ofShard(service, epoch.number(), shard))
                .invoke(key -> key.clear().destroy())
                .chain(key -> keyring.insertShardKey(epoch.number(), shard, key.wrapped()))
                .chain(() -> keyring.shardKey(epoch.number(), shard))
                .chain(stored -> open(epoch, shard, stored.orElseThrow(EpochTurnedException::new)));
    }
}
