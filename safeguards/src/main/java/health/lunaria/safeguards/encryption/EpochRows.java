package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.Keyring.orUnavailable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The life of epochs in the keyring: open, closed, emptied, and at last without a key in KMS. */
class EpochRows {

    private static final String NOTHING_LEFT = " and not exists (select from subject_key k where k.epoch = e.epoch)"
            + " and not exists (select from service_key k where k.epoch = e.epoch)";

    /** Of this database, so that turns of other keyrings are not held up. */
    private static final long TURNING = 0x65706f6368L;

    private final Pool pool;

    EpochRows(Pool pool) {
        this.pool = pool;
    }

    /**
     * Does the work while no other process does such: a lock of the database, on a connection that is kept meanwhile, and gone
     * with the process.
     *
     * @return fails with {@link IllegalStateException} if another one is at it
     */
    <T> Uni<T> alone(Supplier<Uni<T>> work) {
        return pool.withConnection(connection -> lock(connection, "pg_try_advisory_lock")
                .invoke(EpochRows::failUnlessAlone)
                .chain(() -> work.get().onTermination().call(() -> lock(connection, "pg_advisory_unlock"))));
    }

    private static Uni<Boolean> lock(SqlConnection connection, String function) {
        return orUnavailable(connection
                        .preparedQuery("select " + function + "($1) as done")
                        .execute(Tuple.of(TURNING)))
                .map(found -> found.iterator().next().getBoolean("done"));
    }

    private static void failUnlessAlone(boolean alone) {
        if (!alone) {
            throw new IllegalStateException("Another process turns this keyring");
        }
    }

    /** The epoch in which new keys are made; fails if the keyring was never used. */
    Uni<OpenEpoch> open() {
        return orUnavailable(pool.query("select epoch, opened_at from epoch where closed_at is null")
                        .execute())
                .map(found -> list(
                                found,
                                row -> new OpenEpoch(
                                        row.getInteger("epoch"),
                                        row.getOffsetDateTime("opened_at").toInstant()))
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new KeysUnavailableException("The keyring has no open epoch")));
    }

    /** Epochs that were emptied and whose key in KMS is not on its way out, the oldest first. */
    Uni<List<EmptiedEpoch>> emptiedWithKey() {
        return orUnavailable(pool.query("select epoch, kms_key_id, emptied_at,"
                                + " (select count(*) from subject_key) + (select count(*) from service_key) as living"
                                + " from epoch where emptied_at is not null and key_gone_at is null order by epoch")
                        .execute())
                .map(found -> list(
                        found,
                        row -> new EmptiedEpoch(
                                row.getInteger("epoch"),
                                row.getString("kms_key_id"),
                                row.getOffsetDateTime("emptied_at").toInstant(),
                                row.getLong("living"))));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    /** The epoch that was closed and is not emptied yet. There is one at most: {@link #openAfter} makes no second. */
    Uni<Optional<Epoch>> unfinished() {
        return find("closed_at is not null and emptied_at is null", Tuple.tuple());
    }

    /** The epoch with this key in KMS, whatever state it is in. */
    Uni<Optional<Epoch>> withKmsKey(String kmsKeyId) {
        return find("kms_key_id = $1", Tuple.of(kmsKeyId));
    }

    /**
     * Closes this epoch and opens the next one, in one transaction. Closing waits for the keys that are being stored in it.
     *
     * @return whether it was done: not if this epoch is no longer open, or one before it is not emptied
     */
    Uni<Boolean> openAfter(Epoch open, String kmsKeyId) {
        return orUnavailable(pool.withTransaction(connection -> close(connection, open)
                .call(closed -> closed
                        ? connection
                                .preparedQuery("insert into epoch (epoch, kms_key_id) values ($1, $2)")
                                .execute(Tuple.of(open.number() + 1, kmsKeyId))
                        : Uni.createFrom().voidItem())));
    }

    private static Uni<Boolean> close(SqlConnection connection, Epoch open) {
        return changed(
                connection,
                "update epoch set closed_at = now() where epoch = $1 and closed_at is null and not exists"
                        + " (select from epoch other where other.closed_at is not null and other.emptied_at is null)",
                Tuple.of(open.number()));
    }

    /** How many keys lie below the epoch, of subjects and of the service, at one moment. */
    Uni<Long> left(int epoch) {
        return orUnavailable(pool.preparedQuery("select (select count(*) from subject_key where epoch = $1)"
                                + " + (select count(*) from service_key where epoch = $1) as left_over")
                        .execute(Tuple.of(epoch)))
                .map(found -> found.iterator().next().getLong("left_over"));
    }

    /**
     * Proves in one snapshot that no key is left below the epoch, and in the same transaction says so and deletes its shard keys.
     * The database itself refuses to delete one that wraps a key.
     *
     * @return whether it was this call that did it
     */
    Uni<Boolean> empty(int epoch) {
        return orUnavailable(pool.withTransaction(connection -> changed(
                        connection,
                        "update epoch e set emptied_at = now()"
                                + " where epoch = $1 and closed_at is not null and emptied_at is null" + NOTHING_LEFT,
                        Tuple.of(epoch))
                .call(emptied -> emptied
                        ? connection
                                .preparedQuery("delete from shard_key where epoch = $1")
                                .execute(Tuple.of(epoch))
                        : Uni.createFrom().voidItem())));
    }

    Uni<Boolean> isEmptied(int epoch) {
        return find("epoch = $1 and emptied_at is not null", Tuple.of(epoch)).map(Optional::isPresent);
    }

    /** The epoch, if it was emptied and no key is left below it, at one moment. */
    Uni<Optional<Epoch>> emptied(int epoch) {
        return find("epoch = $1 and emptied_at is not null" + NOTHING_LEFT, Tuple.of(epoch));
    }

    Uni<Void> recordKeyGone(int epoch, Instant at) {
        return orUnavailable(pool.preparedQuery("update epoch set key_gone_at = $2 where epoch = $1")
                        .execute(Tuple.of(epoch, at.atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private Uni<Optional<Epoch>> find(String condition, Tuple parameters) {
        return orUnavailable(pool.preparedQuery("select epoch, kms_key_id from epoch e where " + condition)
                        .execute(parameters))
                .map(EpochRows::first);
    }

    private static Uni<Boolean> changed(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount() > 0);
    }

    private static Optional<Epoch> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext()
                ? Optional.of(iterator.next())
                        .map(row -> new Epoch(row.getInteger("epoch"), row.getString("kms_key_id")))
                : Optional.empty();
    }
}
