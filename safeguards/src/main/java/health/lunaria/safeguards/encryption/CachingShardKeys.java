package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;

/** Keeps shard keys in memory, so that KMS is asked once per shard and lifetime and may be away for minutes. */
final class CachingShardKeys implements ShardKeySource {

    private final ShardKeySource source;
    private final KeyCache<Slot, ShardKey> cache;

    record Slot(int epoch, int shard) {}

    CachingShardKeys(ShardKeySource source, KeyCache<Slot, ShardKey> cache) {
        this.source = source;
        this.cache = cache;
    }

    @Override
    public Uni<ShardKey> get(Epoch epoch, int shard) {
        Slot slot = new Slot(epoch.number(), shard);
        return Uni.createFrom()
                .deferred(() -> cache.copyOf(slot)
                        .map(key -> Uni.createFrom().item(key))
                        .orElseGet(() -> source.get(epoch, shard).invoke(key -> cache.keep(slot, key))));
    }
}
