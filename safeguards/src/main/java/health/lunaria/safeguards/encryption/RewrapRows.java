package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.Keyring.orUnavailable;

import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The keys that lie below a closed epoch, and how they come below the open one. */
class RewrapRows {

    private final Pool pool;

    RewrapRows(Pool pool) {
        this.pool = pool;
    }

    /** A subject's key as it is wrapped. */
    record SubjectRow(SubjectRef subject, int version, byte[] wrapped) {}

    /** A key of the service as it is wrapped. */
    record ServiceRow(String purpose, byte[] wrapped) {}

    /** The first shard from this one on that has keys in the epoch. */
    Uni<Optional<Integer>> shardFrom(int epoch, int shard) {
        return orUnavailable(pool.preparedQuery(
                                "select min(shard) as shard from subject_key where epoch = $1 and shard >= $2")
                        .execute(Tuple.of(epoch, shard)))
                .map(found -> Optional.ofNullable(found.iterator().next().getInteger("shard")));
    }

    /**
     * Moves the next keys of a shard in one transaction. Rows that others hold are passed over: those are being erased, or moved by
     * another turn. Readers do not wait.
     *
     * @param after the pseudonym after which to begin
     * @param wrapAnew gives, of the rows that are locked, those that were wrapped anew
     * @return the rows that were looked at; fewer than the limit at the end of the shard
     */
    Uni<List<SubjectRow>> move(
            int from,
            int to,
            int shard,
            byte[] after,
            int limit,
            Function<List<SubjectRow>, Uni<List<SubjectRow>>> wrapAnew) {
        return orUnavailable(pool.withTransaction(connection -> lock(connection, from, shard, after, limit)
                .call(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : wrapAnew.apply(rows).chain(anew -> replace(connection, from, to, anew)))));
    }

    private static Uni<List<SubjectRow>> lock(SqlConnection connection, int epoch, int shard, byte[] after, int limit) {
        return connection
                .preparedQuery("select subject_ref, version, wrapped from subject_key"
                        + " where epoch = $1 and shard = $2 and subject_ref > $3"
                        + " order by subject_ref limit $4 for update skip locked")
                .execute(Tuple.of(epoch, shard, Buffer.buffer(after), limit))
                .map(rows -> list(
                        rows,
                        row -> new SubjectRow(
                                SubjectRef.of(row.getBuffer("subject_ref").getBytes()),
                                row.getInteger("version"),
                                row.getBuffer("wrapped").getBytes())));
    }

    private static Uni<Void> replace(SqlConnection connection, int from, int to, List<SubjectRow> anew) {
        Buffer[] subjects =
                anew.stream().map(row -> Buffer.buffer(row.subject().bytes())).toArray(Buffer[]::new);
        Buffer[] wrapped =
                anew.stream().map(row -> Buffer.buffer(row.wrapped())).toArray(Buffer[]::new);
        return connection
                .preparedQuery("update subject_key k set epoch = $2, wrapped = anew.wrapped"
                        + " from unnest($3::bytea[], $4::bytea[]) as anew (subject_ref, wrapped)"
                        + " where k.subject_ref = anew.subject_ref and k.epoch = $1")
                .execute(Tuple.of(from, to, subjects, wrapped))
                .replaceWithVoid();
    }

    /** There is one for each purpose, so they fit into memory. */
    Uni<List<ServiceRow>> serviceKeys(int epoch) {
        return orUnavailable(
                        pool.preparedQuery("select purpose, wrapped from service_key where epoch = $1 order by purpose")
                                .execute(Tuple.of(epoch)))
                .map(rows -> list(
                        rows,
                        row -> new ServiceRow(
                                row.getString("purpose"),
                                row.getBuffer("wrapped").getBytes())));
    }

    /** @return whether it was this call that moved it, and not another turn */
    Uni<Boolean> moveServiceKey(int from, int to, ServiceRow anew) {
        return orUnavailable(pool.preparedQuery(
                                "update service_key set epoch = $2, wrapped = $4 where purpose = $3 and epoch = $1")
                        .execute(Tuple.of(from, to, anew.purpose(), Buffer.buffer(anew.wrapped()))))
                .map(rows -> rows.rowCount() > 0);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
