package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns the epoch of a keyring while the service runs: {@link #open} a new one, {@link #empty} the old one, and let its KMS key go
 * ({@link #scheduleKeyDeletion}). Then every copy of the keyring from before is of no use, and with it the keys of those who were
 * erased meanwhile. Subject keys stay what they are, only their wrapping changes.
 *
 * <p>{@link JobKeyring} does it, in the job that has the rights for it in KMS; no service has them, and none makes one of these.
 *
 * <p>Each step may be repeated after any crash, and done by several at once. Requests that make, read and erase keys meanwhile
 * do not fail and do not wait.
 */
final class EpochTurn {

    /** Keys that others held are found by the next pass; whoever calls comes again for those held longer. */
    private static final int MOST_PASSES = 5;

    private final String service;
    private final Keyring keyring;
    private final EpochRows epochs;
    private final RewrapRows rows;
    private final Kms kms;
    private final ShardKeySource shardKeys;
    private final KmsKeyDeletion deletion;
    private final int batch;

    /** @param batch keys that are moved in one transaction at most */
    EpochTurn(
            String service,
            Keyring keyring,
            EpochRows epochs,
            RewrapRows rows,
            Kms kms,
            KmsKeyDeletion deletion,
            int batch) {
        this.service = service;
        this.keyring = keyring;
        this.epochs = epochs;
        this.rows = rows;
        this.kms = kms;
        this.shardKeys = new StoredShardKeys(service, keyring, kms);
        this.deletion = deletion;
        this.batch = batch;
    }

    /**
     * Closes the open epoch and opens one with this KMS key, in which every new key is made from then on. Does nothing when that is
     * the open epoch already.
     *
     * @param kmsKeyId id or ARN of a key that this service may use and that served no epoch before
     * @return the number of the new epoch; fails with {@link IllegalStateException} if an epoch is not emptied yet or the key has
     *     served before, and with {@link KeysUnavailableException} if KMS does not let the key be used, and then opens nothing
     */
    Uni<Integer> open(String kmsKeyId) {
        return keyring.openEpoch()
                .chain(open -> open.kmsKeyId().equals(kmsKeyId)
                        ? Uni.createFrom().item(open.number())
                        : openAfter(open, kmsKeyId));
    }

    private Uni<Integer> openAfter(Epoch open, String kmsKeyId) {
        return epochs.withKmsKey(kmsKeyId)
                .chain(found -> failIf(isBefore(found, open), "This KMS key has served an epoch"))
                .chain(epochs::unfinished)
                .chain(found -> failIf(isBefore(found, open), "An epoch is not emptied yet"))
                .chain(() -> failUnlessUsable(kmsKeyId, open.number() + 1))
                .chain(() -> epochs.openAfter(open, kmsKeyId))
                .chain(keyring::openEpoch)
                .call(now -> failIf(!now.kmsKeyId().equals(kmsKeyId), "Another epoch was opened meanwhile"))
                .map(Epoch::number);
    }

    /** Not this one: that another call closes it meanwhile with the same key is well. */
    private static boolean isBefore(Optional<Epoch> epoch, Epoch open) {
        return epoch.filter(one -> one.number() < open.number()).isPresent();
    }

    /** A new epoch whose key nobody can use would shut out everybody who is new. */
    private Uni<Void> failUnlessUsable(String kmsKeyId, int epoch) {
        var context = KmsContext.ofPurpose(service, epoch, "PROBE");
        return kms.generateDataKey(kmsKeyId, context)
                .invoke(key -> key.clear().destroy())
                .chain(key -> kms.decrypt(kmsKeyId, key.wrapped(), context))
                .invoke(KeyMaterial::destroy)
                .replaceWithVoid();
    }

    /**
     * Moves every key from below the closed epoch to below the open one, proves that none is left, and then deletes the old shard
     * keys. Ends as well when keys are left that others hold or that do not open: call it again until it is
     * {@link TurnProgress#emptied}, and let a person look if {@link TurnProgress#broken} stays.
     *
     * @param told is told after each batch and each proof; what it throws ends the turn
     * @return how far it came
     */
    Uni<TurnProgress> empty(Consumer<TurnProgress> told) {
        return epochs.unfinished()
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(TurnProgress.NOTHING_TO_DO)
                        : keyring.openEpoch().chain(open -> empty(new Turn(found.get(), open, batch, told))));
    }

    private Uni<TurnProgress> empty(Turn turn) {
        return Uni.createFrom()
                .deferred(() -> pass(turn))
                .repeat()
                .whilst(more -> more)
                .select()
                .first(MOST_PASSES)
                .onItem()
                .ignoreAsUni()
                .map(done -> turn.progress());
    }

    /** @return whether another one is worth it */
    private Uni<Boolean> pass(Turn turn) {
        int epoch = turn.from().number();
        return epochs.left(epoch)
                .invoke(turn::beginPass)
                .chain(() -> new ServicePass(service, rows, kms, turn).run())
                .chain(() -> new SubjectPass(rows, shardKeys, turn).run())
                .chain(() -> epochs.empty(epoch))
                .chain(() -> epochs.left(epoch))
                .call(left -> epochs.isEmptied(epoch).invoke(emptied -> turn.endPass(left, emptied)))
                .map(left -> turn.isWorthAnotherPass());
    }

    /**
     * Has KMS delete the key of an epoch that was emptied.
     *
     * @return when it is gone; fails with {@link IllegalStateException} unless the epoch was emptied and nothing is below it now
     */
    Uni<Instant> scheduleKeyDeletion(int epoch) {
        return epochs.emptied(epoch)
                .chain(found -> found.isPresent()
                        ? deletion.schedule(found.get().kmsKeyId())
                        : Uni.createFrom().failure(new IllegalStateException("This epoch is not emptied")))
                .call(gone -> epochs.recordKeyGone(epoch, gone));
    }

    private static Uni<Void> failIf(boolean condition, String reason) {
        return condition
                ? Uni.createFrom().failure(new IllegalStateException(reason))
                : Uni.createFrom().voidItem();
    }
}
