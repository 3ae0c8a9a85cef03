package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;

/** Goes once through the subject keys below the old epoch, shard by shard, so that it holds two shard keys at a time. */
final class SubjectPass {

    private final RewrapRows rows;
    private final ShardKeySource shardKeys;
    private final Turn turn;
    private int next;

    /** @param shardKeys without a cache: each one is needed once */
    SubjectPass(RewrapRows rows, ShardKeySource shardKeys, Turn turn) {
        this.rows = rows;
        this.shardKeys = shardKeys;
        this.turn = turn;
    }

    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(this::shard)
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }

    /** @return whether there may be more */
    private Uni<Boolean> shard() {
        return rows.shardFrom(turn.from().number(), next)
                .chain(found -> found.isPresent()
                        ? shard(found.get()).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> shard(int shard) {
        next = shard + 1;
        return shardKeys
                .get(turn.from(), shard)
                .chain(from -> shardKeys
                        .get(turn.to(), shard)
                        .map(to -> new Rewrap(from, to))
                        .onFailure()
                        .invoke(from::destroy))
                .chain(rewrap -> new ShardPass(rows, turn, shard, rewrap).run())
                // Another turn has emptied the epoch meanwhile. If not, the proof will tell.
                .onFailure(EpochTurnedException.class)
                .recoverWithNull();
    }
}
