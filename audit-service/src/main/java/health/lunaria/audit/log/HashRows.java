package health.lunaria.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The stored hashes of the tree. All that is asked for at once is read in one statement.
 *
 * <p>Each run is a range of its own with a limit: PostgreSQL takes a join to ranges for one that meets a ninth of the table,
 * and reads all of it as soon as the log has some millions of leaves.
 */
@ApplicationScoped
class HashRows {

    private static final String READ = """
            select run.n, found.index, found.hash
            from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::smallint[]) run (n, first, past, level)
            cross join lateral (
                (select index, leaf_hash as hash from log_leaf
                where run.level = 0 and index >= run.first and index < run.past
                order by index limit run.past - run.first)
                union all
                (select index, hash from log_node
                where run.level > 0 and level = run.level and index >= run.first and index < run.past
                order by index limit run.past - run.first)) found
            """;
    private static final String INSERT = """
            insert into log_node (level, index, hash)
            select $1, * from unnest($2::bigint[], $3::bytea[])
            on conflict do nothing
            """;

    /**
     * @return the hashes of each run, in the given order
     * @throws LogChangedException if one of them is not stored
     */
    Uni<List<byte[][]>> read(SqlClient client, List<HashRun> runs) {
        List<byte[][]> hashes = new ArrayList<>();
        runs.forEach(run -> hashes.add(new byte[run.count()][]));
        return client.preparedQuery(READ)
                .execute(parameters(runs))
                .invoke(rows -> place(rows, runs, hashes))
                .map(done -> complete(hashes));
    }

    private static Tuple parameters(List<HashRun> runs) {
        return Tuple.of(
                LongStream.range(0, runs.size()).boxed().toArray(Long[]::new),
                runs.stream().map(HashRun::first).toArray(Long[]::new),
                runs.stream().map(HashRun::end).toArray(Long[]::new),
                runs.stream().map(run -> (short) run.level()).toArray(Short[]::new));
    }

    /** Stores hashes; those that are stored already stay. */
    Uni<Void> insert(SqlClient client, int level, long first, List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Long[] places = new Long[hashes.size()];
        Arrays.setAll(places, i -> first + i);
        return client.preparedQuery(INSERT)
                .execute(Tuple.of(
                        (short) level,
                        places,
                        hashes.stream().map(Buffer::buffer).toArray(Buffer[]::new)))
                .replaceWithVoid();
    }

    private static void place(RowSet<Row> rows, List<HashRun> runs, List<byte[][]> hashes) {
        for (Row row : rows) {
            int run = row.getLong("n").intValue();
            int offset = Math.toIntExact(row.getLong("index") - runs.get(run).first());
            hashes.get(run)[offset] = row.getBuffer("hash").getBytes();
        }
    }

    private static List<byte[][]> complete(List<byte[][]> hashes) {
        for (byte[][] run : hashes) {
            for (byte[] hash : run) {
                if (hash == null) {
                    throw new LogChangedException();
                }
            }
        }
        return hashes;
    }
}
