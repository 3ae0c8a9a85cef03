package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import java.util.Map;

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
                .chain(found -> found.isPresent() ? open(epoch, shard, found.get()) : create(epoch, shard));
    }

    private Uni<ShardKey> open(Epoch epoch, int shard, byte[] wrapped) {
        return kms.decrypt(epoch.kmsKeyId(), wrapped, context(epoch, shard))
                .map(material -> new ShardKey(service, epoch.number(), shard, material));
    }

    /** Reads back what was stored: another request may have stored its key first, and then that one counts. */
    private Uni<ShardKey> create(Epoch epoch, int shard) {
        return kms.generateDataKey(epoch.kmsKeyId(), context(epoch, shard))
                .invoke(key -> key.clear().destroy())
                .chain(key -> keyring.insertShardKey(epoch.number(), shard, key.wrapped()))
                .chain(() -> keyring.shardKey(epoch.number(), shard))
                .chain(stored -> open(epoch, shard, stored.orElseThrow(StoredShardKeys::vanished)));
    }

    private Map<String, String> context(Epoch epoch, int shard) {
        return Map.of("service", service, "epoch", Integer.toString(epoch.number()), "shard", Integer.toString(shard));
    }

    private static KeysUnavailableException vanished() {
        return new KeysUnavailableException("A shard key vanished from the keyring");
    }
}
