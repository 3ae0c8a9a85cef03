package health.lunaria.safeguards.restoration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.summingLong;

import health.lunaria.safeguards.encryption.ErasedSubjects;
import health.lunaria.safeguards.encryption.SubjectKeyErasure;
import health.lunaria.safeguards.erasure.SubjectErasure;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Erases again whoever was erased. The data knows and the keyring knows, and one of them was set back: so each is told what the
 * other remembers. The keyring comes first, because rows without a key open no more.
 */
@ApplicationScoped
class ErasureReplay implements Replay {

    /** All of them: the tables keep what is younger than any backup. */
    private static final Duration EVER = Duration.ofDays(3650);

    private static final int BATCH = 200;
    private static final String PAGE =
            "select distinct subject_ref from erasure where subject_ref > $1 order by subject_ref limit $2";

    private final Pool pool;
    private final SubjectKeyErasure keys;
    private final ErasedSubjects erased;
    private final SubjectErasure erasure;

    ErasureReplay(Pool pool, SubjectKeyErasure keys, ErasedSubjects erased, SubjectErasure erasure) {
        this.pool = pool;
        this.keys = keys;
        this.erased = erased;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "erasures";
    }

    /** @return how many keys and rows had come back */
    @Override
    public Uni<Long> run() {
        return eraseKeys().chain(came -> eraseRows().map(rows -> came + rows));
    }

    private Uni<Long> eraseKeys() {
        AtomicReference<byte[]> after = new AtomicReference<>(new byte[0]);
        return Multi.createBy()
                .repeating()
                .uni(() -> page(after))
                .whilst(page -> page.size() == BATCH)
                .onItem()
                .<SubjectRef>disjoint()
                .onItem()
                .transformToUniAndConcatenate(keys::erase)
                .filter(hadKey -> hadKey)
                .collect()
                .with(counting());
    }

    private Uni<List<SubjectRef>> page(AtomicReference<byte[]> after) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(Buffer.buffer(after.get()), BATCH))
                .map(ErasureReplay::subjects)
                .invoke(page -> page.stream().reduce((first, last) -> last).ifPresent(last -> after.set(last.bytes())));
    }

    private static List<SubjectRef> subjects(RowSet<Row> rows) {
        List<SubjectRef> subjects = new ArrayList<>(rows.size());
        rows.forEach(
                row -> subjects.add(SubjectRef.of(row.getBuffer("subject_ref").getBytes())));
        return subjects;
    }

    private Uni<Long> eraseRows() {
        return erased.of(EVER)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(erasure::sweep)
                .collect()
                .with(summingLong(Long::longValue));
    }
}
