package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.Keyring.orUnavailable;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The life of epochs in the keyring: open, closed, emptied, and at last without a key in KMS. */
@ApplicationScoped
class EpochRows {

    private static final String NOTHING_LEFT = " and not exists (select from subject_key k where k.epoch = e.epoch)"
            + " and not exists (select from service_key k where k.epoch = e.epoch)";

    private final Pool pool;

    EpochRows(@ReactiveDataSource("keyring") Pool pool) {
        this.pool = pool;
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
