package health.lunaria.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes the hashes of subtrees that are complete, once: they never change again. */
@ApplicationScoped
class Subtrees {

    private final HashRows rows;

    Subtrees(HashRows rows) {
        this.rows = rows;
    }

    /** Stores those that became complete while the log grew from one size to another. */
    Uni<Void> complete(SqlConnection connection, long from, long to) {
        return complete(connection, 1, from, to);
    }

    private Uni<Void> complete(SqlConnection connection, int level, long from, long to) {
        long first = from >> level * HashRun.TILE_HEIGHT;
        int count = Math.toIntExact((to >> level * HashRun.TILE_HEIGHT) - first);
        if (count == 0) {
            return Uni.createFrom().voidItem();
        }
        HashRun children = new HashRun(level - 1, first * HashRun.TILE_WIDTH, count * HashRun.TILE_WIDTH);
        return rows.read(connection, List.of(children))
                .map(hashes -> parents(hashes.get(0)))
                .chain(hashes -> rows.insert(connection, level, first, hashes))
                .chain(() -> complete(connection, level + 1, from, to));
    }

    private static List<byte[]> parents(byte[][] children) {
        List<byte[]> parents = new ArrayList<>();
        for (int from = 0; from < children.length; from += HashRun.TILE_WIDTH) {
            parents.add(TreeHash.complete(Arrays.copyOfRange(children, from, from + HashRun.TILE_WIDTH)));
        }
        return parents;
    }
}
