package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keyring database: wrapped keys and epochs, nothing else. Separate from the data, with its own role and backups,
 * because that separation is what lets an erasure reach the backups. Every statement is its own transaction; a key that
 * two requests create at once ends as one row, and both read that row.
 */
@ApplicationScoped
class Keyring {

    /** The channel on which the pseudonyms of erased subjects are told, in hexadecimal. */
    static final String ERASURES = "subject_key_erased";

    /**
     * Holds the epoch open until the key is stored: closing it waits for this lock, and an insertion that waited for the
     * closing finds no epoch. So nothing comes into an epoch after it was closed.
     */
    private static final String FROM_EPOCH_IF_OPEN =
            " from epoch e where e.epoch = $1 and e.closed_at is null for share";

    private final Pool pool;
    private final String firstKmsKeyId;

    Keyring(
            @ReactiveDataSource("keyring") Pool pool,
            @ConfigProperty(name = "lunaria.kms.key-id") String firstKmsKeyId) {
        this.pool = pool;
        this.firstKmsKeyId = firstKmsKeyId;
    }

    /** For the job that turns epochs: it opens no first one. */
    static Keyring inUse(Pool pool) {
        return new Keyring(pool, null);
    }

    record WrappedSubjectKey(int version, Epoch epoch, int shard, byte[] wrapped) {}

    record WrappedServiceKey(Epoch epoch, byte[] wrapped) {}

    /** The epoch in which new keys are made. The very first one is opened with the KMS key of the deployment. */
    Uni<Epoch> openEpoch() {
        return query("select epoch, kms_key_id from epoch where closed_at is null", Tuple.tuple())
                .chain(found -> found.size() > 0 ? Uni.createFrom().item(epoch(first(found))) : openFirstEpoch());
    }

    private Uni<Epoch> openFirstEpoch() {
        if (firstKmsKeyId == null) {
            return Uni.createFrom().failure(noEpoch());
        }
        return query(
                        "insert into epoch (epoch, kms_key_id) values (1, $1) on conflict do nothing",
                        Tuple.of(firstKmsKeyId))
                .chain(() -> query("select epoch, kms_key_id from epoch where closed_at is null", Tuple.tuple()))
                .map(found -> epoch(first(found)));
    }

    Uni<Optional<byte[]>> shardKey(int epoch, int shard) {
        return query("select wrapped from shard_key where epoch = $1 and shard = $2", Tuple.of(epoch, shard))
                .map(found -> optional(found).map(row -> bytes(row, "wrapped")));
    }

    /** Stores the key unless there is one already, or the epoch is closed; {@link #shardKey} then tells which one counts. */
    Uni<Void> insertShardKey(int epoch, int shard, byte[] wrapped) {
        return query(
                        "insert into shard_key (epoch, shard, wrapped)"
                                + " select e.epoch, $2::integer, $3::bytea" + FROM_EPOCH_IF_OPEN
                                + " on conflict do nothing",
                        Tuple.of(epoch, shard, Buffer.buffer(wrapped)))
                .replaceWithVoid();
    }

    Uni<Optional<WrappedSubjectKey>> subjectKey(SubjectRef subject) {
        return query(
                        "select k.version, k.epoch, e.kms_key_id, k.shard, k.wrapped"
                                + " from subject_key k join epoch e on e.epoch = k.epoch where k.subject_ref = $1",
                        Tuple.of(Buffer.buffer(subject.bytes())))
                .map(found -> optional(found)
                        .map(row -> new WrappedSubjectKey(
                                row.getInteger("version"),
                                epoch(row),
                                row.getInteger("shard"),
                                bytes(row, "wrapped"))));
    }

    /**
     * Stores the key unless the subject has one already, or the epoch is closed; {@link #subjectKey} then tells which one
     * counts. Ask {@link #isErased} before and after: an erasure under way may not see this key, and is seen then.
     */
    Uni<Void> insertSubjectKey(SubjectRef subject, WrappedSubjectKey key) {
        return query(
                        "insert into subject_key (epoch, subject_ref, version, shard, wrapped)"
                                + " select e.epoch, $2::bytea, $3::integer, $4::integer, $5::bytea"
                                + FROM_EPOCH_IF_OPEN + " on conflict do nothing",
                        Tuple.of(
                                key.epoch().number(),
                                Buffer.buffer(subject.bytes()),
                                key.version(),
                                key.shard(),
                                Buffer.buffer(key.wrapped())))
                .replaceWithVoid();
    }

    /** Whether this subject was erased, and is to have no key any more. */
    Uni<Boolean> isErased(SubjectRef subject) {
        return query("select 1 from erased_subject where subject_ref = $1", Tuple.of(Buffer.buffer(subject.bytes())))
                .map(found -> found.size() > 0);
    }

    /**
     * Those who were erased within the last while, in the order of their pseudonyms.
     *
     * @param after {@code null} to begin
     */
    Uni<List<SubjectRef>> erased(Duration last, SubjectRef after, int limit) {
        return query(
                        "select subject_ref from erased_subject where erased_at > now() - interval '1 second' * $1::bigint"
                                + " and subject_ref > $2 order by subject_ref limit $3",
                        Tuple.of(last.toSeconds(), Buffer.buffer(after == null ? new byte[0] : after.bytes()), limit))
                .map(found -> {
                    List<SubjectRef> subjects = new ArrayList<>(found.size());
                    found.forEach(row -> subjects.add(SubjectRef.of(bytes(row, "subject_ref"))));
                    return subjects;
                });
    }

    /** From now on {@link #isErased}. May be repeated. */
    Uni<Void> markErased(SubjectRef subject) {
        return query(
                        "insert into erased_subject (subject_ref) values ($1) on conflict do nothing",
                        Tuple.of(Buffer.buffer(subject.bytes())))
                .replaceWithVoid();
    }

    /**
     * Deletes the subject's key, and tells every process that listens to {@value #ERASURES}, also when there was none: the
     * one that deleted it may not have been heard.
     *
     * @return whether there was one
     */
    Uni<Boolean> deleteSubjectKey(SubjectRef subject) {
        return query(
                        "with gone as (delete from subject_key where subject_ref = $1 returning 1)"
                                + " select (select count(*) from gone) as gone, pg_notify($2::text, encode($1, 'hex'))::text",
                        Tuple.of(Buffer.buffer(subject.bytes()), ERASURES))
                .map(found -> first(found).getLong("gone") > 0);
    }

    /** How many of these subjects have a key of which epoch; one that has none is in no epoch. */
    Uni<Map<Integer, Long>> countByEpoch(Collection<SubjectRef> subjects) {
        Buffer[] refs =
                subjects.stream().map(subject -> Buffer.buffer(subject.bytes())).toArray(Buffer[]::new);
        return query(
                        "select epoch, count(*) as subjects from subject_key where subject_ref = any($1) group by"
                                + " epoch",
                        Tuple.of(refs))
                .map(found -> {
                    Map<Integer, Long> counts = new TreeMap<>();
                    found.forEach(row -> counts.put(row.getInteger("epoch"), row.getLong("subjects")));
                    return counts;
                });
    }

    Uni<Optional<WrappedServiceKey>> serviceKey(String purpose) {
        return query(
                        "select k.epoch, e.kms_key_id, k.wrapped"
                                + " from service_key k join epoch e on e.epoch = k.epoch where k.purpose = $1",
                        Tuple.of(purpose))
                .map(found -> optional(found).map(row -> new WrappedServiceKey(epoch(row), bytes(row, "wrapped"))));
    }

    /** Stores the key unless there is one already, or the epoch is closed; {@link #serviceKey} tells which one counts. */
    Uni<Void> insertServiceKey(String purpose, WrappedServiceKey key) {
        return query(
                        "insert into service_key (epoch, purpose, wrapped)"
                                + " select e.epoch, $2::text, $3::bytea" + FROM_EPOCH_IF_OPEN
                                + " on conflict do nothing",
                        Tuple.of(key.epoch().number(), purpose, Buffer.buffer(key.wrapped())))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return orUnavailable(pool.preparedQuery(sql).execute(parameters));
    }

    /** Every failure of a call to the keyring database is a {@link KeysUnavailableException}. */
    static <T> Uni<T> orUnavailable(Uni<T> call) {
        return call.onFailure()
                .transform(failure -> new KeysUnavailableException("The keyring did not answer", failure));
    }

    private static Epoch epoch(Row row) {
        return new Epoch(row.getInteger("epoch"), row.getString("kms_key_id"));
    }

    private static byte[] bytes(Row row, String column) {
        return row.getBuffer(column).getBytes();
    }

    private static KeysUnavailableException noEpoch() {
        return new KeysUnavailableException("The keyring has no open epoch");
    }

    private static Row first(RowSet<Row> rows) {
        return optional(rows).orElseThrow(Keyring::noEpoch);
    }

    private static Optional<Row> optional(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }
}
