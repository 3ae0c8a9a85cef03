package health.lunaria.audit.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Merkle tree above the log's leaves (RFC 6962, section 2.1), computed from the stored hashes. */
@ApplicationScoped
class Tree {

    private final HashRows rows;

    Tree(HashRows rows) {
        this.rows = rows;
    }

    /** The hash at the top of the tree of the first so many leaves. */
    Uni<byte[]> root(SqlClient client, long size) {
        return hashes(client, List.of(LeafRange.tree(size))).map(hashes -> hashes.get(0));
    }

    /** The hashes that prove a leaf to be in the tree of this size, beginning beside the leaf. */
    Uni<List<byte[]>> inclusion(SqlClient client, long index, long size) {
        return hashes(client, LeafRange.inclusion(index, size));
    }

    /** Those of several leaves, in their order. */
    Uni<List<List<byte[]>>> inclusions(SqlClient client, List<Long> indexes, long size) {
        List<List<LeafRange>> ranges =
                indexes.stream().map(index -> LeafRange.inclusion(index, size)).toList();
        return hashes(client, ranges.stream().flatMap(List::stream).toList()).map(hashes -> split(ranges, hashes));
    }

    /** The hashes that prove the tree of one size to continue that of another. */
    Uni<List<byte[]>> consistency(SqlClient client, long older, long size) {
        return hashes(client, LeafRange.consistency(older, size));
    }

    private Uni<List<byte[]>> hashes(SqlClient client, List<LeafRange> ranges) {
        List<HashRun> runs = ranges.stream()
                .flatMap(range -> range.subtrees().stream())
                .map(Subtree::stored)
                .collect(Collectors.toList());
        return rows.read(client, runs).map(stored -> fold(ranges, stored));
    }

    private static List<List<byte[]>> split(List<List<LeafRange>> ranges, List<byte[]> hashes) {
        List<List<byte[]>> paths = new ArrayList<>();
        int next = 0;
        for (List<LeafRange> path : ranges) {
            paths.add(hashes.subList(next, next + path.size()));
            next += path.size();
        }
        return paths;
    }

    /** @param stored those of each range's subtrees, one after the other */
    private static List<byte[]> fold(List<LeafRange> ranges, List<byte[][]> stored) {
        List<byte[]> hashes = new ArrayList<>();
        int next = 0;
        for (LeafRange range : ranges) {
            int subtrees = range.subtrees().size();
            byte[] hash = TreeHash.complete(stored.get(next + subtrees - 1));
            for (int i = next + subtrees - 2; i >= next; i--) {
                hash = TreeHash.node(TreeHash.complete(stored.get(i)), hash);
            }
            hashes.add(hash);
            next += subtrees;
        }
        return hashes;
    }
}
