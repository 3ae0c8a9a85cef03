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

/**
 * The stored hashes of the tree. All that is asked for at once is read in at most two statements.
 *
 * <p>Each run is a range of its own with a limit: PostgreSQL takes a join to ranges for one that meets a ninth of the table,
 * and reads all of it as soon as the log has some millions of leaves.
 */
@ApplicationScoped
class HashRows {

    private static final String LEAVES = """
            select run.n, leaf.index, leaf.hash
            from unnest($1::bigint[], $2::bigint[], $3::bigint[]) run (n, first, past)
            cross join lateral (
                select index, leaf_hash as hash from log_leaf
                where index >= run.first and index < run.past
                order by index limit run.past - run.first) leaf
            order by run.n, leaf.index
            """;
    private static final String NODES = """
            select run.n, node.index, node.hash
            from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::smallint[]) run (n, first, past, level)
            cross join lateral (
                select index, hash from log_node
                where level = run.level and index >= run.first and index < run.past
                order by index limit run.past - run.first) node
            order by run.n, node.index
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
        return read(client, LEAVES, runs, true, hashes)
                .chain(() -> read(client, NODES, runs, false, hashes))
                .map(done -> complete(hashes));
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

    private static Uni<Void> read(
            SqlClient client, String query, List<HashRun> runs, boolean leaves, List<byte[][]> hashes) {
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if ((runs.get(i).level() == 0) == leaves) {
                wanted.add(i);
            }
        }
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.of(
                wanted.stream().map(Integer::longValue).toArray(Long[]::new),
                wanted.stream().map(i -> runs.get(i).first()).toArray(Long[]::new),
                wanted.stream().map(i -> runs.get(i).end()).toArray(Long[]::new));
        if (!leaves) {
            parameters.addArrayOfShort(
                    wanted.stream().map(i -> (short) runs.get(i).level()).toArray(Short[]::new));
        }
        return client.preparedQuery(query)
                .execute(parameters)
                .invoke(rows -> place(rows, runs, hashes))
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
