package health.lunaria.audit.verify;

import static java.util.stream.Collectors.toMap;

import health.lunaria.audit.verify.NodeRow.Place;
import health.lunaria.audit.verify.tree.NaiveTree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A log as it should be stored, made after the definitions and not by the code that is tested.
 *
 * @param checkpoints sizes; the largest is what is published
 */
record TestLog(List<byte[]> leaves, SortedSet<Integer> checkpoints, TestLogKey key) {

    private static final long MICROS = 1_763_971_200_000_000L;

    static TestLog of(int leaves, TestLogKey key, Integer... checkpoints) {
        return new TestLog(
                IntStream.range(0, leaves).mapToObj(TestLog::leaf).toList(), new TreeSet<>(List.of(checkpoints)), key);
    }

    TestLog signedBy(TestLogKey other) {
        return new TestLog(leaves, checkpoints, other);
    }

    /** The same with another leaf at this place: a fork from here on. */
    TestLog forkedAt(int place) {
        List<byte[]> forked = new ArrayList<>(leaves);
        forked.set(place, leaf(place + 1_000_000));
        return new TestLog(forked, checkpoints, key);
    }

    /** What it was when it had this size. */
    TestLog cutTo(int size) {
        return new TestLog(leaves.subList(0, size), checkpoints.headSet(size + 1), key);
    }

    TestLog grownBy(int count, int checkpoint) {
        List<byte[]> grown = new ArrayList<>(leaves);
        IntStream.range(0, count).forEach(i -> grown.add(leaf(leaves.size() + i)));
        SortedSet<Integer> sizes = new TreeSet<>(checkpoints);
        sizes.add(checkpoint);
        return new TestLog(grown, sizes, key);
    }

    int size() {
        return leaves.size();
    }

    int published() {
        return checkpoints.last();
    }

    byte[] root(int size) {
        return NaiveTree.root(leaves.subList(0, size));
    }

    List<LeafRow> leafRows() {
        return IntStream.range(0, size())
                .mapToObj(i -> new LeafRow(
                        i, new UUID(7, i), leaves.get(i), NaiveTree.root(List.of(leaves.get(i))), MICROS + i))
                .toList();
    }

    List<NodeRow> nodeRows() {
        List<NodeRow> nodes = new ArrayList<>();
        for (int level = 1, width = 256; width <= published(); level++, width *= 256) {
            for (int index = 0; (index + 1) * width <= published(); index++) {
                nodes.add(new NodeRow(
                        new Place(level, index), NaiveTree.root(leaves.subList(index * width, (index + 1) * width))));
            }
        }
        return nodes;
    }

    List<CheckpointRow> checkpointRows() {
        return checkpoints.stream()
                .map(size -> new CheckpointRow(
                        size, root(size), key.checkpoint(TestLogKey.ORIGIN, size, root(size)), MICROS + size))
                .toList();
    }

    /** All of it as it would be read. */
    LogPage page() {
        return new LogPage(
                0,
                size(),
                leafRows(),
                nodeRows().stream().collect(toMap(NodeRow::place, NodeRow::hash)),
                checkpointRows().stream().collect(toMap(CheckpointRow::size, row -> row)));
    }

    /** As long as real ones: a tag and a hash. */
    static byte[] leaf(int number) {
        byte[] commitment = NaiveTree.root(
                Collections.nCopies(2, ByteBuffer.allocate(4).putInt(number).array()));
        return ByteBuffer.allocate(17 + commitment.length)
                .put("lunaria-access/1\n".getBytes(StandardCharsets.US_ASCII))
                .put(commitment)
                .array();
    }
}
