package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;

/** Where shard keys come from. What it gives belongs to the caller, who destroys it. */
interface ShardKeySource {

    Uni<ShardKey> get(Epoch epoch, int shard);
}
