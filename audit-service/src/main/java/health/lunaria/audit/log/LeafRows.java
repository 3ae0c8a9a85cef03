package health.lunaria.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;

/** The leaves themselves. */
@ApplicationScoped
class LeafRows {

    private static final String RANGE = "select leaf from log_leaf where index >= $1 and index < $2 order by index";

    private static final String ONE = "select leaf from log_leaf where index = $1";

    private final Pool pool;

    LeafRows(Pool pool) {
        this.pool = pool;
    }

    /** Each leaf after its length in two bytes, the larger one first (C2SP tlog-tiles, entry bundles). */
    Uni<byte[]> bundle(HashRun run) {
        return pool.preparedQuery(RANGE)
                .execute(Tuple.of(run.first(), run.end()))
                .map(rows -> bundle(rows, run.count()));
    }

    /** The leaf at one place. */
    Uni<byte[]> one(long index) {
        return pool.preparedQuery(ONE).execute(Tuple.of(index)).map(rows -> {
            if (rows.size() != 1) {
                throw new LogChangedException();
            }
            return rows.iterator().next().getBuffer("leaf").getBytes();
        });
    }

    private static byte[] bundle(RowSet<Row> rows, int count) {
        if (rows.size() != count) {
            throw new LogChangedException();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Row row : rows) {
            byte[] leaf = row.getBuffer("leaf").getBytes();
            bytes.write(leaf.length >> 8);
            bytes.write(leaf.length);
            bytes.writeBytes(leaf);
        }
        return bytes.toByteArray();
    }
}
