package health.lunaria.safeguards.encryption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/**
 * The keyring of one service in the hands of the job that turns its epochs, with that job's rights in KMS and in the keyring's
 * database. Each step may be repeated after any crash. Fails with {@link KeysUnavailableException} where KMS or the keyring is
 * away.
 */
public final class JobKeyring implements AutoCloseable {

    private final String service;
    private final KmsAsyncClient client;
    private final EpochRows epochs;
    private final EpochKmsKeys kmsKeys;
    private final KmsKeyDeletion deletion;
    private final EpochTurn turn;

    private JobKeyring(String service, Pool pool, KmsAsyncClient client, int batch) {
        Keyring keyring = Keyring.inUse(pool);
        this.service = service;
        this.client = client;
        this.epochs = new EpochRows(pool);
        this.kmsKeys = new AwsEpochKmsKeys(client);
        this.deletion = new AwsKmsKeyDeletion(client);
        this.turn = new EpochTurn(
                service, keyring, epochs, new RewrapRows(pool), new AwsKms(client), deletion, batch);
    }

    /**
     * @param service whose keyring it is, e.g. {@code cycle-service}
     * @param pool of connections to that keyring, at least two; stays the caller's
     * @param batch keys that are moved in one transaction at most
     */
    public static JobKeyring of(String service, Pool pool, KmsAccess kms, int batch) {
        return new JobKeyring(service, pool, kms.client(), batch);
    }

    /** Does the work while no other process turns this keyring; fails with {@link IllegalStateException} if one does. */
    public <T> Uni<T> alone(Supplier<Uni<T>> work) {
        return epochs.alone(work);
    }

    /** The epoch in which new keys are made. */
    public Uni<OpenEpoch> openEpoch() {
        return epochs.open();
    }

    /** Whether an epoch was closed and has still keys below it. */
    public Uni<Boolean> isTurning() {
        return epochs.unfinished().map(Optional::isPresent);
    }

    /**
     * Closes this epoch and opens the next one, with the KMS key that was made for it before or is made now.
     *
     * @return the number of the new epoch; fails with {@link IllegalStateException} while an earlier one is not emptied
     */
    public Uni<Integer> openAfter(OpenEpoch open) {
        return kmsKeys.of(service, open.number() + 1).chain(turn::open);
    }

    /** Moves every key out of the closed epoch, as {@link EpochTurn#empty} says. */
    public Uni<TurnProgress> empty(Consumer<TurnProgress> told) {
        return turn.empty(told);
    }

    /** Epochs that were emptied and whose key in KMS is not known to be on its way out, the oldest first. */
    public Uni<List<EmptiedEpoch>> emptiedWithKey() {
        return epochs.emptiedWithKey();
    }

    /** Writes down when the key is gone, if KMS says that it waits for that already: a run ended before it could. */
    public Uni<Optional<Instant>> alreadyScheduled(EmptiedEpoch epoch) {
        return deletion.scheduled(epoch.kmsKeyId())
                .call(found -> found.isPresent()
                        ? epochs.recordKeyGone(epoch.number(), found.get())
                        : Uni.createFrom().voidItem());
    }

    /**
     * Has KMS delete the key of the epoch; from now on KMS refuses to use it.
     *
     * @return when it is gone; fails with {@link IllegalStateException} unless nothing is below the epoch at this moment
     */
    public Uni<Instant> scheduleKeyDeletion(EmptiedEpoch epoch) {
        return turn.scheduleKeyDeletion(epoch.number());
    }

    @Override
    public void close() {
        client.close();
    }
}
